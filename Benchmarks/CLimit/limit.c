// SPDX-License-Identifier: Apache-2.0
#include "limit.h"
#include <libxml/parser.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

static long items;
static size_t sink;

static void on_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int spaces, const xmlChar **space, int count, int defaulted,
                     const xmlChar **attributes) {
  if (!strcmp((const char *)name, "item") || !strcmp((const char *)name, "entry")) items++;
}
static void on_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {}
static void on_text(void *user, const xmlChar *text, int count) { sink += count; }

long limit_read(const char *bytes, size_t count) {
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = on_start;
  handler.endElementNs = on_end;
  handler.characters = handler.cdataBlock = handler.ignorableWhitespace = on_text;
  items = 0;
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);
  xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_IGNORE_ENC);
  for (size_t place = 0; place < count; place += 32768) {
    size_t rest = count - place;
    xmlParseChunk(parser, bytes + place, (int)(rest < 32768 ? rest : 32768), 0);
  }
  xmlParseChunk(parser, NULL, 0, 1);
  xmlFreeParserCtxt(parser);
  return items;
}

double limit_seconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

long limit_peak(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}
