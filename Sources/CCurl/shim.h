// SPDX-License-Identifier: Apache-2.0
// Typed, non-variadic doors to libcurl's variadic calls. No logic lives here.
#ifndef RASAD_CCURL_SHIM_H
#define RASAD_CCURL_SHIM_H
#include <curl/curl.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

typedef size_t (*rasad_curl_data_callback)(char *data, size_t size, size_t count, void *user);
typedef curl_socket_t (*rasad_curl_socket_callback)(void *user, curlsocktype purpose,
                                                    struct curl_sockaddr *address);

static inline CURLcode rasad_curl_set_long(CURL *easy, CURLoption option, long value) {
  return curl_easy_setopt(easy, option, value);
}
static inline CURLcode rasad_curl_set_off(CURL *easy, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(easy, option, value);
}
static inline CURLcode rasad_curl_set_string(CURL *easy, CURLoption option, const char *value) {
  return curl_easy_setopt(easy, option, value);
}
static inline CURLcode rasad_curl_set_pointer(CURL *easy, CURLoption option, void *value) {
  return curl_easy_setopt(easy, option, value);
}
static inline CURLcode rasad_curl_set_data_callback(CURL *easy, CURLoption option,
                                                    rasad_curl_data_callback callback) {
  return curl_easy_setopt(easy, option, callback);
}
static inline CURLcode rasad_curl_set_socket_callback(CURL *easy,
                                                      rasad_curl_socket_callback callback) {
  return curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, callback);
}
static inline CURLcode rasad_curl_get_long(CURL *easy, CURLINFO info, long *value) {
  return curl_easy_getinfo(easy, info, value);
}
static inline CURLcode rasad_curl_get_off(CURL *easy, CURLINFO info, curl_off_t *value) {
  return curl_easy_getinfo(easy, info, value);
}
static inline CURLcode rasad_curl_get_string(CURL *easy, CURLINFO info, const char **value) {
  return curl_easy_getinfo(easy, info, value);
}
static inline CURLMcode rasad_curl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  return curl_multi_setopt(multi, option, value);
}
// Has blocks of this many bytes and more mapped for themselves, so that they go back to the system when they are freed:
// left alone, glibc soon keeps what was the size of the largest body. At most so many heaps for all threads.
static inline void rasad_map_blocks(int bytes, int heaps) {
#if defined(__GLIBC__)
  mallopt(M_MMAP_THRESHOLD, bytes);
  mallopt(M_ARENA_MAX, heaps);
#else
  (void)bytes;
  (void)heaps;
#endif
}
// Gives pages that hold nothing back to the system.
static inline void rasad_return_pages(void) {
#if defined(__GLIBC__)
  malloc_trim(0);
#endif
}
#endif
