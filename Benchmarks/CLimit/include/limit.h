// SPDX-License-Identifier: Apache-2.0
#ifndef RASAD_LIMIT_H
#define RASAD_LIMIT_H
#include <stddef.h>
/// Reads a document with libxml2's push parser and handlers that do nothing: no parser that builds
/// on it can be faster. Returns the number of elements named item or entry.
long limit_read(const char *bytes, size_t count);
/// Seconds of processor time that this process has used.
double limit_seconds(void);
/// The most memory that this process has held, in KiB.
long limit_peak(void);
#endif
