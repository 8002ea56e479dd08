/* sink - plays the provider's REST API on loopback: answers every POST and records when it came.
 *
 *   cc -O2 -pthread -o sink sink.c
 *   ./sink -p 9900 -t 1 -o sink.log
 *
 * One line a request in the log:   <wall-clock us at which the request was whole> <answer status> <METHOD> <path> <body>
 * -a basic-auth header is logged with -A.  GET /__count answers the number of requests so far; SIGTERM flushes and ends.
 *
 * -s STATUS (200)   -R FILE answer body ({id} becomes a running number; default: what 46elks answers to /a1/sms)
 * -l MS or -l LO:HI answer only after so long (a provider takes 50..300 ms)
 * -e N  per million answered 500      -x N  per million answered 429 with Retry-After: 1
 * -z N  per million taken and cut off unanswered (outcome unknown to the client)
 * -q RPS answers 429 above so many requests a second (a provider's rate limit)   -S seed
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>
#define INB 65536
static int port = 9900, nthr = 1, status = 200, auth = 0; static double lo = 0, hi = 0; static long pe = 0, px = 0, pz = 0, cap = 0; static uint64_t seed = 1;
static char *tmpl = "{\"id\":\"s{id}\",\"status\":\"created\",\"direction\":\"outgoing\",\"from\":\"Vakt\",\"to\":\"+46701740610\",\"created\":\"2026-11-20T22:58:13.871000\",\"parts\":1,\"cost\":5200}";
static int logfd = -1; static atomic_ulong count, g_id; static volatile sig_atomic_t bye; static atomic_long sec_now, sec_n;
static uint64_t ns(clockid_t c) { struct timespec t; clock_gettime(c, &t); return t.tv_sec * 1000000000ull + t.tv_nsec; }
typedef struct conn { struct conn *nx; int fd; char *in; int n; char out[4096]; int on, oo, gen, waiting, cut, closing; } conn;
typedef struct { uint64_t due; conn *c; int gen; } ev_t;
typedef struct { pthread_t th; int ep, id; char *lb; size_t ln; ev_t *h; int hn, hc; uint64_t r; } thr;
static thr *T;
static void lflush(thr *t) { if (logfd >= 0 && t->ln) { size_t o = 0; while (o < t->ln) { ssize_t k = write(logfd, t->lb + o, t->ln - o); if (k <= 0) break; o += k; } } t->ln = 0; }
static void hpush(thr *t, ev_t e) { if (t->hn == t->hc) { t->hc = t->hc ? t->hc * 2 : 1024; t->h = realloc(t->h, t->hc * sizeof(ev_t)); } int i = t->hn++; while (i && t->h[(i-1)/2].due > e.due) { t->h[i] = t->h[(i-1)/2]; i = (i-1)/2; } t->h[i] = e; }
static ev_t hpop(thr *t) { ev_t r = t->h[0], e = t->h[--t->hn]; int i = 0; for (;;) { int k = 2*i+1; if (k >= t->hn) break; if (k+1 < t->hn && t->h[k+1].due < t->h[k].due) k++; if (t->h[k].due >= e.due) break; t->h[i] = t->h[k]; i = k; } if (t->hn) t->h[i] = e; return r; }
static uint64_t rnd(thr *t) { t->r ^= t->r << 13; t->r ^= t->r >> 7; t->r ^= t->r << 17; return t->r; }
static conn *freec; static pthread_mutex_t freem = PTHREAD_MUTEX_INITIALIZER; /* closed connections are kept for reuse; gen tells a stale timer from a live one */
static void cclose(conn *c) { if (c->fd < 0) return; close(c->fd); c->fd = -1; c->gen++; c->n = 0; c->waiting = 0; pthread_mutex_lock(&freem); c->nx = freec; freec = c; pthread_mutex_unlock(&freem); }
static conn *cnew(int fd) { pthread_mutex_lock(&freem); conn *c = freec; if (c) freec = c->nx; pthread_mutex_unlock(&freem); if (!c) { c = calloc(1, sizeof *c); c->in = malloc(INB + 8); } c->n = c->waiting = c->cut = c->closing = 0; c->fd = fd; return c; }
static void handle(thr *t, conn *c);
static void send_out(thr *t, conn *c) {
  if (c->cut) { c->cut = 0; struct linger l = {1, 0}; setsockopt(c->fd, SOL_SOCKET, SO_LINGER, &l, sizeof l); cclose(c); return; }
  while (c->oo < c->on) { ssize_t k = send(c->fd, c->out + c->oo, c->on - c->oo, MSG_NOSIGNAL); if (k < 0) { if (errno == EAGAIN) { struct epoll_event e = {.events = EPOLLIN | EPOLLOUT, .data.ptr = c}; epoll_ctl(t->ep, EPOLL_CTL_MOD, c->fd, &e); return; } cclose(c); return; } c->oo += k; }
  c->waiting = 0; if (c->closing) { cclose(c); return; } if (c->n) handle(t, c); }
static void reply(thr *t, conn *c, int st, const char *extra, const char *b) {
  const char *w = st == 200 ? "OK" : st == 201 ? "Created" : st == 204 ? "No Content" : st == 429 ? "Too Many Requests" : "X"; c->oo = 0;
  c->on = snprintf(c->out, sizeof c->out, "HTTP/1.1 %d %s\r\nContent-Type: application/json\r\nContent-Length: %zu\r\n%s%s\r\n%s", st, w, strlen(b), extra, c->closing ? "Connection: close\r\n" : "", b); }
static void logline(thr *t, uint64_t us, int st, char *m, int ml, char *p, int pl, char *au, int al, char *b, int bl) {
  if (logfd < 0) return; if (t->ln + pl + bl + al + 128 > (1 << 20)) lflush(t); char *o = t->lb + t->ln; o += sprintf(o, "%llu %d ", (unsigned long long)us, st); memcpy(o, m, ml); o += ml; *o++ = ' '; memcpy(o, p, pl); o += pl; *o++ = ' '; if (al) { *o++ = '['; memcpy(o, au, al); o += al; *o++ = ']'; *o++ = ' '; }
  for (int i = 0; i < bl; i++) *o++ = b[i] == '\n' || b[i] == '\r' ? ' ' : b[i]; *o++ = '\n'; t->ln = o - t->lb; }
static void handle(thr *t, conn *c) {
  if (c->waiting || c->fd < 0) return; char *h = memmem(c->in, c->n, "\r\n\r\n", 4); if (!h) { if (c->n >= INB) cclose(c); return; }
  int hl = h - c->in + 4; long cl = 0; int chunked = 0, expect = 0; char *au = NULL; int al = 0; c->closing = 0; if (memmem(c->in, hl, "HTTP/1.0\r\n", 10)) c->closing = 1;
  for (char *p = memchr(c->in, '\n', hl); p && p < h; p = memchr(p, '\n', c->in + hl - p)) { p++; if (!strncasecmp(p, "content-length:", 15)) cl = atol(p + 15); else if (!strncasecmp(p, "transfer-encoding:", 18)) chunked = 1; else if (!strncasecmp(p, "expect:", 7)) expect = 1; else if (!strncasecmp(p, "connection:", 11)) { char *q = p + 11; while (*q == ' ') q++; if (!strncasecmp(q, "close", 5)) c->closing = 1; else if (!strncasecmp(q, "keep-alive", 10)) c->closing = 0; } else if (auth && !strncasecmp(p, "authorization:", 14)) { au = p + 15; al = strcspn(au, "\r\n"); } }
  int whole; char *b = c->in + hl; int bl;
  if (chunked) { int o = hl; bl = 0; char *w = b; for (;;) { char *e = memmem(c->in + o, c->n - o, "\r\n", 2); if (!e) return; long k = strtol(c->in + o, NULL, 16); int d = e - c->in + 2; if (d + k + 2 > c->n) return; memmove(w, c->in + d, k); /* safe: w <= d; a partial pass is never kept as o restarts only when whole */ if (k == 0) { o = d + 2; break; } w += k; bl += k; o = d + k + 2; } whole = o; }
  else { if (expect && hl + cl > c->n) { send(c->fd, "HTTP/1.1 100 Continue\r\n\r\n", 25, MSG_NOSIGNAL); } if (hl + cl > c->n) { if (hl + cl > INB) cclose(c); return; } bl = cl; whole = hl + cl; }
  uint64_t us = ns(CLOCK_REALTIME) / 1000; char *m = c->in; int ml = strcspn(m, " "); char *p = m + ml + 1; int pl = strcspn(p, " \r");
  if (pl >= 3 && !strncmp(p, "/__", 3)) { char x[64]; snprintf(x, 64, "%lu\n", atomic_load(&count)); reply(t, c, 200, "", x); memmove(c->in, c->in + whole, c->n - whole); c->n -= whole; c->waiting = 1; send_out(t, c); return; }
  atomic_fetch_add_explicit(&count, 1, memory_order_relaxed); int st = status; uint64_t r = rnd(t) % 1000000; char *extra = "";
  if (cap) { long s = us / 1000000; if (atomic_exchange(&sec_now, s) != s) atomic_store(&sec_n, 0); if (atomic_fetch_add(&sec_n, 1) >= cap) { st = 429; extra = "Retry-After: 1\r\n"; } }
  c->cut = 0; if ((long)r < pz) { c->cut = 1; st = 0; } else if ((long)r < pz + pe) st = 500; else if ((long)r < pz + pe + px) { st = 429; extra = "Retry-After: 1\r\n"; }
  logline(t, us, st, m, ml, p, pl, au, al, b, bl);
  char body[2048]; int j = 0; unsigned long id = atomic_fetch_add(&g_id, 1); const char *q = st == status ? tmpl : "error"; while (*q && j < 1900) { if (!strncmp(q, "{id}", 4)) { j += sprintf(body + j, "%016lx", id); q += 4; } else body[j++] = *q++; } body[j] = 0; if (st == 204) body[0] = 0;
  reply(t, c, st ? st : 200, extra, body); memmove(c->in, c->in + whole, c->n - whole); c->n -= whole; c->waiting = 1;
  double d = lo + (hi > lo ? (hi - lo) * (rnd(t) % 10000) / 1e4 : 0); if (d > 0) { ev_t e = {ns(CLOCK_MONOTONIC) + (uint64_t)(d * 1e6), c, c->gen}; hpush(t, e); } else send_out(t, c); }
static void *run(void *v) {
  thr *t = v; struct epoll_event ev[256]; uint64_t lastf = 0;
  while (!bye) { struct timespec to = {0, 100000000}; uint64_t now = ns(CLOCK_MONOTONIC);
    while (t->hn && t->h[0].due <= now) { ev_t e = hpop(t); if (e.c->gen == e.gen && e.c->fd >= 0) send_out(t, e.c); }
    if (t->hn) { uint64_t w = t->h[0].due > now ? t->h[0].due - now : 0; if (w < 100000000) to.tv_nsec = w; }
    int n = epoll_pwait2(t->ep, ev, 256, &to, NULL);
    for (int i = 0; i < n; i++) { conn *c = ev[i].data.ptr; if (c->fd < 0) continue;
      if (ev[i].events & EPOLLOUT) { struct epoll_event e = {.events = EPOLLIN, .data.ptr = c}; epoll_ctl(t->ep, EPOLL_CTL_MOD, c->fd, &e); if (c->waiting) send_out(t, c); if (c->fd < 0) continue; }
      int eof = 0; for (;;) { if (c->n >= INB) break; ssize_t r = recv(c->fd, c->in + c->n, INB - c->n, 0); if (r > 0) { c->n += r; if (r < 4096) break; } else { if (r == 0 || errno != EAGAIN) eof = 1; break; } }
      if (c->n) handle(t, c); if (eof && c->fd >= 0) cclose(c); }
    if (now - lastf > 100000000) { lflush(t); lastf = now; } }
  lflush(t); return NULL; }
static void onsig(int s) { bye = 1; }
int main(int ac, char **av) {
  int o; char *out = NULL; while ((o = getopt(ac, av, "p:t:o:s:R:l:e:x:z:q:S:A")) != -1) switch (o) { case 'p': port = atoi(optarg); break; case 't': nthr = atoi(optarg); break; case 'o': out = optarg; break; case 's': status = atoi(optarg); break; case 'R': { FILE *f = fopen(optarg, "r"); tmpl = calloc(1, 2048); if (!f || !fread(tmpl, 1, 1800, f)) { perror(optarg); return 2; } fclose(f); break; } case 'l': lo = hi = atof(optarg); if (strchr(optarg, ':')) hi = atof(strchr(optarg, ':') + 1); break; case 'e': pe = atol(optarg); break; case 'x': px = atol(optarg); break; case 'z': pz = atol(optarg); break; case 'q': cap = atol(optarg); break; case 'S': seed = atol(optarg); break; case 'A': auth = 1; break; default: return 2; }
  if (out) { logfd = open(out, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0644); if (logfd < 0) { perror(out); return 2; } }
  signal(SIGPIPE, SIG_IGN); struct sigaction act = {.sa_handler = onsig}; sigaction(SIGTERM, &act, NULL); sigaction(SIGINT, &act, NULL);
  int ls = socket(AF_INET, SOCK_STREAM, 0), one = 1; setsockopt(ls, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one); struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons(port)}; inet_pton(AF_INET, "127.0.0.1", &a.sin_addr); if (bind(ls, (void *)&a, sizeof a) || listen(ls, 4096)) { perror("listen"); return 2; }
  T = calloc(nthr, sizeof *T); for (int i = 0; i < nthr; i++) { T[i].id = i; T[i].ep = epoll_create1(0); T[i].lb = malloc((1 << 20) + INB * 2); T[i].r = 88172645463325252ull * (seed + i * 2 + 1) | 1; pthread_create(&T[i].th, NULL, run, &T[i]); }
  for (int k = 0; !bye; k++) { int fd = accept4(ls, NULL, NULL, SOCK_NONBLOCK); if (fd < 0) continue; setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one); conn *c = cnew(fd); thr *t = &T[k % nthr]; struct epoll_event e = {.events = EPOLLIN, .data.ptr = c}; epoll_ctl(t->ep, EPOLL_CTL_ADD, fd, &e); }
  for (int i = 0; i < nthr; i++) pthread_join(T[i].th, NULL); fprintf(stderr, "%lu requests\n", atomic_load(&count)); return 0; }
