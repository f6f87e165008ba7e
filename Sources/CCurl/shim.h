// SPDX-License-Identifier: Apache-2.0
// Typed, non-variadic doors to libcurl's variadic calls. No logic lives here.
#ifndef RASAD_CCURL_SHIM_H
#define RASAD_CCURL_SHIM_H
#include <curl/curl.h>

static inline CURLcode rasad_curl_set_long(CURL *easy, CURLoption option, long value) {
  return curl_easy_setopt(easy, option, value);
}
static inline CURLcode rasad_curl_set_string(CURL *easy, CURLoption option, const char *value) {
  return curl_easy_setopt(easy, option, value);
}
static inline CURLcode rasad_curl_set_pointer(CURL *easy, CURLoption option, void *value) {
  return curl_easy_setopt(easy, option, value);
}
#endif
