// SPDX-License-Identifier: Apache-2.0
// Typed, non-variadic doors to libmicrohttpd's variadic calls. No logic lives here.
#ifndef RASAD_CMICROHTTPD_SHIM_H
#define RASAD_CMICROHTTPD_SHIM_H
#include <microhttpd.h>

// An integer in later versions, an enumeration since 0.9.71: one name for both.
typedef enum MHD_Result rasad_mhd_result;

typedef rasad_mhd_result (*rasad_mhd_handler)(void *user, struct MHD_Connection *connection,
                                              const char *url, const char *method,
                                              const char *version, const char *upload,
                                              size_t *upload_size, void **request);
typedef void *(*rasad_mhd_begin)(void *user, const char *target,
                                 struct MHD_Connection *connection);
typedef void (*rasad_mhd_end)(void *user, struct MHD_Connection *connection, void **request,
                              enum MHD_RequestTerminationCode code);
typedef void (*rasad_mhd_connection)(void *user, struct MHD_Connection *connection, void **context,
                                     enum MHD_ConnectionNotificationCode code);

struct rasad_mhd_settings {
  int socket;             // listening already; closed with the daemon
  unsigned int limit;     // connections
  unsigned int threads;
  unsigned int idle;      // seconds
  size_t memory;          // bytes for each connection: request line and fields must fit
};

static inline struct MHD_Daemon *rasad_mhd_start(struct rasad_mhd_settings settings, void *user,
                                                 rasad_mhd_handler handler, rasad_mhd_begin begin,
                                                 rasad_mhd_end end,
                                                 rasad_mhd_connection connection) {
  return MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD, 0, NULL, NULL, handler, user,
                          MHD_OPTION_LISTEN_SOCKET, settings.socket,
                          MHD_OPTION_CONNECTION_LIMIT, settings.limit,
                          MHD_OPTION_THREAD_POOL_SIZE, settings.threads,
                          MHD_OPTION_CONNECTION_TIMEOUT, settings.idle,
                          MHD_OPTION_CONNECTION_MEMORY_LIMIT, settings.memory,
                          MHD_OPTION_STRICT_FOR_CLIENT, 1,
                          MHD_OPTION_URI_LOG_CALLBACK, begin, user,
                          MHD_OPTION_NOTIFY_COMPLETED, end, user,
                          MHD_OPTION_NOTIFY_CONNECTION, connection, user, MHD_OPTION_END);
}

typedef rasad_mhd_result (*rasad_mhd_field)(void *user, enum MHD_ValueKind kind, const char *name,
                                            const char *value);

static inline void rasad_mhd_each_field(struct MHD_Connection *connection, rasad_mhd_field field,
                                        void *user) {
  MHD_get_connection_values(connection, MHD_HEADER_KIND, field, user);
}

static inline int rasad_mhd_is_start(enum MHD_ConnectionNotificationCode code) {
  return code == MHD_CONNECTION_NOTIFY_STARTED;
}

static inline int rasad_mhd_socket(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info ? info->connect_fd : -1;
}
#endif
