/* curlpost - the plainest client on libcurl: one multi handle on one thread posts N small forms.
 *
 *   cc -O2 -pthread -o curlpost curlpost.c -lcurl
 *   ./curlpost http://127.0.0.1:9900/a1/sms N CONNECTIONS
 *
 * Stores nothing and decides nothing. Prints one JSON line: posts a second, and how many failed. */
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static const char form[] =
    "from=Trygghet&to=%2B46701740610&message=Du+%C3%A4r+bevakad+till+kl.+21.30&whendelivered=x";
static long started, finished, failed, wanted;

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

static size_t swallow(char *data, size_t size, size_t count, void *unused) {
  (void)data, (void)unused;
  return size * count;
}

static void post_next(CURLM *multi, CURL *easy) {
  if (started++ < wanted) curl_multi_add_handle(multi, easy);
}

static CURL *make(const char *url) {
  CURL *easy = curl_easy_init();
  curl_easy_setopt(easy, CURLOPT_URL, url);
  curl_easy_setopt(easy, CURLOPT_POSTFIELDS, form);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, swallow);
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  return easy;
}

static void take_finished(CURLM *multi) {
  CURLMsg *message;
  int left;
  while ((message = curl_multi_info_read(multi, &left))) {
    CURL *easy = message->easy_handle;
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    if (message->data.result != CURLE_OK || status != 200) failed++;
    finished++;
    curl_multi_remove_handle(multi, easy);
    post_next(multi, easy);
  }
}

int main(int count, char **words) {
  if (count != 4) return fprintf(stderr, "curlpost URL N CONNECTIONS\n"), 64;
  int connections = atoi(words[3]), running;
  wanted = atol(words[2]);
  curl_global_init(CURL_GLOBAL_ALL);
  CURLM *multi = curl_multi_init();
  curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, (long)connections);
  double began = seconds();
  for (int i = 0; i < connections; i++) post_next(multi, make(words[1]));
  while (finished < wanted) {
    curl_multi_perform(multi, &running);
    take_finished(multi);
    if (running) curl_multi_poll(multi, NULL, 0, 1000, NULL);
  }
  double took = seconds() - began;
  printf("{\"n\":%ld,\"failed\":%ld,\"secs\":%.3f,\"rps\":%.1f}\n", finished, failed, took,
         finished / took);
  return failed > 0;
}
