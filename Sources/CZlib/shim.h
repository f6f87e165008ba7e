// SPDX-License-Identifier: Apache-2.0
// zlib's macros as functions. No logic lives here.
#ifndef RASAD_CZLIB_SHIM_H
#define RASAD_CZLIB_SHIM_H
#include <zlib.h>

// 15 + 16: the largest window, in the frame of gzip.
static inline int rasad_zlib_begin_gzip(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}
#endif
