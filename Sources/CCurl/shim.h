#pragma once
#include <curl/curl.h>

/*
 * Swift cannot call C functions with variable arguments. One wrapper for each type of argument;
 * the names in parentheses keep curl's own type-checking macros out of the way.
 */

static inline CURLcode ccurl_global_init(void) {
  return (curl_global_init)(CURL_GLOBAL_DEFAULT);
}

static inline CURLcode ccurl_set_long(CURL *easy, CURLoption option, long value) {
  return (curl_easy_setopt)(easy, option, value);
}

static inline CURLcode ccurl_set_text(CURL *easy, CURLoption option, const char *value) {
  return (curl_easy_setopt)(easy, option, value);
}

static inline CURLcode ccurl_set_bytes(CURL *easy, CURLoption option, const void *value) {
  return (curl_easy_setopt)(easy, option, value);
}

static inline CURLcode ccurl_set_size(CURL *easy, CURLoption option, curl_off_t value) {
  return (curl_easy_setopt)(easy, option, value);
}

static inline CURLcode ccurl_set_pointer(CURL *easy, CURLoption option, void *value) {
  return (curl_easy_setopt)(easy, option, value);
}

static inline CURLcode ccurl_set_list(CURL *easy, CURLoption option, struct curl_slist *value) {
  return (curl_easy_setopt)(easy, option, value);
}

static inline CURLcode ccurl_set_write(CURL *easy, CURLoption option, curl_write_callback value) {
  return (curl_easy_setopt)(easy, option, value);
}

static inline CURLcode ccurl_set_prereq(CURL *easy, curl_prereq_callback value) {
  return (curl_easy_setopt)(easy, CURLOPT_PREREQFUNCTION, value);
}

static inline CURLcode ccurl_use_basic_authentication(CURL *easy) {
  return (curl_easy_setopt)(easy, CURLOPT_HTTPAUTH, (long)CURLAUTH_BASIC);
}

static inline CURLcode ccurl_get_long(CURL *easy, CURLINFO info, long *value) {
  return (curl_easy_getinfo)(easy, info, value);
}

static inline CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  return (curl_multi_setopt)(multi, option, value);
}

/* Takes the next finished transfer, if any; returns its handle and stores its result. */
static inline CURL *ccurl_next_finished(CURLM *multi, CURLcode *result) {
  int remaining = 0;
  CURLMsg *message = curl_multi_info_read(multi, &remaining);
  while (message != NULL && message->msg != CURLMSG_DONE) {
    message = curl_multi_info_read(multi, &remaining);
  }
  if (message == NULL) return NULL;
  *result = message->data.result;
  return message->easy_handle;
}
