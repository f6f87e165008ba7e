// SPDX-License-Identifier: Apache-2.0
// The part of libxml2 that the feed parser uses: the SAX2 push parser and its encodings.
#ifndef RASAD_CLIBXML2_SHIM_H
#define RASAD_CLIBXML2_SHIM_H
#include <libxml/xmlversion.h>
// Debian's libxml2 shows its users the headers of ICU, which Foundation has in another version: a
// program that imports both would not compile. Only handlers of encodings, which we never make or
// look into, end in two fields more.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/dict.h>
#include <libxml/encoding.h>
#include <libxml/xmlerror.h>
#endif
