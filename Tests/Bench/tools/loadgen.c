/* loadgen - posts (form-encoded) webhooks over N keep-alive connections and reports req/s and latency.
 *
 *   cc -O2 -pthread -o loadgen loadgen.c
 *   ./loadgen -u http://127.0.0.1:8000/hook/sms -c 64 -t 2 -d 10
 *
 * Closed loop by default (each connection sends its next request when the answer to the last one is whole).
 * -r RATE makes it open loop: requests are due on a fixed schedule and the latency is counted from the time a
 * request was DUE, so a stalled server is not forgiven (no coordinated omission).
 *
 * Bodies (-b, or -B FILE) and the path may hold: {seq} a number unique in the run, {hex} 32 random hex digits,
 * {phone} a number out of -N callers (%2B467 + 8 digits), {line} the next line of the file given with -L,
 * {now} wall-clock microseconds.  The default body is an incoming SMS of about 250 bytes.
 * -T TOKEN adds X-Twilio-Signature (HMAC-SHA1 over the -U url + the sorted, decoded parameters).
 * -P pid,pid... sums the CPU time of those processes and all their descendants: CPU-us per request.
 * Addresses other than loopback are refused.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define DEFBODY "direction=incoming&id=s{hex}&from={phone}&to=%2B46701740699&created=2026-11-20T22%3A58%3A13.871000" \
  "&message=Jag+%C3%A4r+framme+nu%2C+allt+v%C3%A4l.+Avsluta+bevakningen+nr+{seq}+tack&encoding=ucs2&parts=1"
#define MAXC 8192
#define INBUF 65536
#define OUTBUF 16384

static char host[64] = "127.0.0.1"; static int port = 80;
static char *path_t = "/", *body_t = DEFBODY, *method = "POST", *ctype = "application/x-www-form-urlencoded";
static char *xhdr = "", *sig_token = NULL, *sig_url = NULL;
static int nconn = 64, nthr = 2, json = 0, closeconn = 0; static double dur = 10, warm = 1, rate = 0;
static long total = 0, nphones = 100000; static char **lines = NULL; static long nlines = 0; static char *latfile = NULL;
static atomic_long g_line, g_started; static atomic_int stopflag;
static uint64_t t_start, t_measure, t_end;

static uint64_t now_ns(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec * 1000000000ull + t.tv_nsec; }

/* ---- log-linear histogram (128 steps per power of two: under 0.8 % error) ---- */
#define HSUB 7
#define HN (64 << HSUB)
typedef struct { uint64_t b[HN]; uint64_t n, max, min; double sum; } hist;
static int hidx(uint64_t v) { if (v < (1u << HSUB)) return v; int e = 63 - __builtin_clzll(v); return ((e - HSUB + 1) << HSUB) + ((v >> (e - HSUB)) & ((1 << HSUB) - 1)); }
static uint64_t hval(int i) { if (i < (1 << HSUB)) return i; int e = (i >> HSUB) + HSUB - 1; return (1ull << e) + ((uint64_t)(i & ((1 << HSUB) - 1)) << (e - HSUB)); }
static void hadd(hist *h, uint64_t v) { h->b[hidx(v)]++; h->n++; h->sum += v; if (v > h->max) h->max = v; if (!h->min || v < h->min) h->min = v; }
static double hpct(hist *h, double p) { uint64_t want = (uint64_t)(p * h->n + 0.5), c = 0; if (want < 1) want = 1; for (int i = 0; i < HN; i++) { c += h->b[i]; if (c >= want) return hval(i) / 1e3; } return h->max / 1e3; }

/* ---- SHA-1 / HMAC / base64, for the Twilio-style signature only ---- */
typedef struct { uint32_t h[5]; uint64_t len; unsigned char buf[64]; int n; } sha1;
static uint32_t rol(uint32_t x, int s) { return x << s | x >> (32 - s); }
static void sha1_blk(sha1 *s, const unsigned char *p) {
  uint32_t w[80], a = s->h[0], b = s->h[1], c = s->h[2], d = s->h[3], e = s->h[4];
  for (int i = 0; i < 16; i++) w[i] = p[4*i] << 24 | p[4*i+1] << 16 | p[4*i+2] << 8 | p[4*i+3];
  for (int i = 16; i < 80; i++) w[i] = rol(w[i-3] ^ w[i-8] ^ w[i-14] ^ w[i-16], 1);
  for (int i = 0; i < 80; i++) { uint32_t f, k; if (i < 20) { f = (b & c) | (~b & d); k = 0x5A827999; } else if (i < 40) { f = b ^ c ^ d; k = 0x6ED9EBA1; } else if (i < 60) { f = (b & c) | (b & d) | (c & d); k = 0x8F1BBCDC; } else { f = b ^ c ^ d; k = 0xCA62C1D6; }
    uint32_t t = rol(a, 5) + f + e + k + w[i]; e = d; d = c; c = rol(b, 30); b = a; a = t; }
  s->h[0] += a; s->h[1] += b; s->h[2] += c; s->h[3] += d; s->h[4] += e; }
static void sha1_init(sha1 *s) { uint32_t h[5] = {0x67452301,0xEFCDAB89,0x98BADCFE,0x10325476,0xC3D2E1F0}; memcpy(s->h, h, 20); s->len = 0; s->n = 0; }
static void sha1_upd(sha1 *s, const void *v, size_t l) { const unsigned char *p = v; s->len += l; while (l) { int k = 64 - s->n; if ((size_t)k > l) k = l; memcpy(s->buf + s->n, p, k); s->n += k; p += k; l -= k; if (s->n == 64) { sha1_blk(s, s->buf); s->n = 0; } } }
static void sha1_fin(sha1 *s, unsigned char o[20]) { uint64_t bits = s->len * 8; unsigned char c = 0x80; sha1_upd(s, &c, 1); c = 0; while (s->n != 56) sha1_upd(s, &c, 1); unsigned char L[8]; for (int i = 0; i < 8; i++) L[i] = bits >> (56 - 8*i); sha1_upd(s, L, 8); for (int i = 0; i < 5; i++) for (int j = 0; j < 4; j++) o[4*i+j] = s->h[i] >> (24 - 8*j); }
static void hmac_b64(const char *key, const char *msg, size_t ml, char *out) {
  unsigned char k[64] = {0}, ip[64], op[64], d[21] = {0}; size_t kl = strlen(key); sha1 s;
  if (kl > 64) { sha1_init(&s); sha1_upd(&s, key, kl); sha1_fin(&s, k); } else memcpy(k, key, kl);
  for (int i = 0; i < 64; i++) { ip[i] = k[i] ^ 0x36; op[i] = k[i] ^ 0x5c; }
  sha1_init(&s); sha1_upd(&s, ip, 64); sha1_upd(&s, msg, ml); sha1_fin(&s, d);
  sha1_init(&s); sha1_upd(&s, op, 64); sha1_upd(&s, d, 20); sha1_fin(&s, d); d[20] = 0;
  const char *A = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"; int o = 0;
  for (int i = 0; i < 21; i += 3) { uint32_t v = d[i] << 16 | d[i+1] << 8 | d[i+2]; out[o++] = A[v>>18]; out[o++] = A[v>>12&63]; out[o++] = A[v>>6&63]; out[o++] = i + 2 < 20 + 0 ? A[v&63] : '='; }
  out[o] = 0; }
static int hexd(int c) { return c <= '9' ? c - '0' : (c | 32) - 'a' + 10; }
static size_t udec(const char *s, size_t n, char *o) { size_t j = 0; for (size_t i = 0; i < n; i++) { if (s[i] == '+') o[j++] = ' '; else if (s[i] == '%' && i + 2 < n) { o[j++] = hexd(s[i+1]) << 4 | hexd(s[i+2]); i += 2; } else o[j++] = s[i]; } return j; }
typedef struct { char k[256]; size_t kl; char v[4096]; size_t vl; } kv;
static int kvcmp(const void *a, const void *b) { return strcmp(((const kv *)a)->k, ((const kv *)b)->k); }
static void twilio_sig(const char *body, size_t bl, char *out) {
  static __thread kv p[64]; int n = 0; const char *s = body, *e = body + bl;
  while (s < e && n < 64) { const char *amp = memchr(s, '&', e - s); if (!amp) amp = e; const char *eq = memchr(s, '=', amp - s); if (!eq) eq = amp; p[n].kl = udec(s, eq - s, p[n].k); p[n].k[p[n].kl] = 0; p[n].vl = eq < amp ? udec(eq + 1, amp - eq - 1, p[n].v) : 0; n++; s = amp + 1; }
  qsort(p, n, sizeof(kv), kvcmp); static __thread char m[OUTBUF]; size_t l = strlen(sig_url); memcpy(m, sig_url, l);
  for (int i = 0; i < n; i++) { memcpy(m + l, p[i].k, p[i].kl); l += p[i].kl; memcpy(m + l, p[i].v, p[i].vl); l += p[i].vl; }
  hmac_b64(sig_token, m, l, out); }

/* ---- template ---- */
typedef struct { uint64_t x; } rng;
static uint64_t rnd(rng *r) { r->x ^= r->x << 13; r->x ^= r->x >> 7; r->x ^= r->x << 17; return r->x; }
static size_t expand(const char *t, char *o, uint64_t seq, rng *r) {
  size_t j = 0;
  while (*t && j < OUTBUF - 600) {
    if (*t == '{') {
      if (!strncmp(t, "{seq}", 5)) { j += sprintf(o + j, "%llu", (unsigned long long)seq); t += 5; continue; }
      if (!strncmp(t, "{hex}", 5)) { j += sprintf(o + j, "%016llx%016llx", (unsigned long long)rnd(r), (unsigned long long)rnd(r)); t += 5; continue; }
      if (!strncmp(t, "{phone}", 7)) { j += sprintf(o + j, "%%2B467%08llu", (unsigned long long)(10000000 + rnd(r) % nphones)); t += 7; continue; }
      if (!strncmp(t, "{now}", 5)) { struct timespec q; clock_gettime(CLOCK_REALTIME, &q); j += sprintf(o + j, "%lld", (long long)q.tv_sec * 1000000 + q.tv_nsec / 1000); t += 5; continue; }
      if (!strncmp(t, "{line}", 6) && nlines) { long i = atomic_fetch_add(&g_line, 1) % nlines; size_t l = strlen(lines[i]); memcpy(o + j, lines[i], l); j += l; t += 6; continue; }
    }
    o[j++] = *t++; }
  o[j] = 0; return j; }

typedef struct { int fd, busy, connecting, want_out; char out[OUTBUF]; int outlen, outoff; char *in; int inlen; uint64_t due, sent; } conn;
typedef struct { pthread_t th; int id, nc; hist h; uint64_t ok, s2, s3, s4, s5, err, reconn, bytes; uint64_t issued; conn *c; int ep; rng r; uint64_t last; int *idle, nidle; FILE *lf; } thr;
static struct sockaddr_in sa;

static void mkreq(thr *T, conn *c) {
  static __thread char body[OUTBUF], path[OUTBUF]; uint64_t seq = T->issued * nthr + T->id; T->issued++;
  expand(path_t, path, seq, &T->r); int nobody = !strcmp(method, "GET") || !strcmp(method, "HEAD");
  size_t bl = nobody ? 0 : expand(body_t, body, seq, &T->r); char sg[128] = "";
  if (sig_token) { char b[64]; twilio_sig(body, bl, b); snprintf(sg, sizeof sg, "X-Twilio-Signature: %s\r\n", b); }
  int n = nobody ? snprintf(c->out, OUTBUF, "%s %s HTTP/1.1\r\nHost: %s:%d\r\n%s%s%s\r\n", method, path, host, port, sg, xhdr, closeconn ? "Connection: close\r\n" : "")
    : snprintf(c->out, OUTBUF, "%s %s HTTP/1.1\r\nHost: %s:%d\r\nContent-Type: %s\r\nContent-Length: %zu\r\n%s%s%s\r\n", method, path, host, port, ctype, bl, sg, xhdr, closeconn ? "Connection: close\r\n" : "");
  if (bl) memcpy(c->out + n, body, bl); c->outlen = n + bl; c->outoff = 0; c->inlen = 0; c->busy = 1; }

static void ep_mod(thr *T, conn *c, int out) { if (c->want_out == out) return; struct epoll_event e = {.events = EPOLLIN | (out ? EPOLLOUT : 0), .data.ptr = c}; epoll_ctl(T->ep, EPOLL_CTL_MOD, c->fd, &e); c->want_out = out; }
static void do_connect(thr *T, conn *c) {
  c->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0); if (c->fd < 0) { perror("socket"); exit(1); }
  int one = 1; setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  if (connect(c->fd, (void *)&sa, sizeof sa) && errno != EINPROGRESS) { perror("connect"); exit(1); }
  c->connecting = 1; c->want_out = 1; struct epoll_event e = {.events = EPOLLIN | EPOLLOUT, .data.ptr = c}; epoll_ctl(T->ep, EPOLL_CTL_ADD, c->fd, &e); }
static void flush_out(thr *T, conn *c) {
  while (c->outoff < c->outlen) { ssize_t k = send(c->fd, c->out + c->outoff, c->outlen - c->outoff, MSG_NOSIGNAL); if (k < 0) { if (errno == EAGAIN) { ep_mod(T, c, 1); return; } return; } c->outoff += k; }
  ep_mod(T, c, 0); }
static void issue(thr *T, conn *c, uint64_t due) { mkreq(T, c); c->due = due; c->sent = now_ns(); if (c->fd < 0) do_connect(T, c); else if (!c->connecting) flush_out(T, c); }
static int may_issue(uint64_t t) { if (atomic_load_explicit(&stopflag, memory_order_relaxed) || t >= t_end) return 0; if (total) { if (atomic_fetch_add(&g_started, 1) >= total) return 0; } return 1; }
static void next(thr *T, conn *c) { uint64_t t = now_ns(); c->busy = 0; if (rate > 0) { T->idle[T->nidle++] = c - T->c; return; } if (may_issue(t)) issue(T, c, t); }
static void drop(thr *T, conn *c) { close(c->fd); c->fd = -1; c->connecting = 0; T->reconn++; }

/* returns length of a whole response, 0 if more is needed, -1 on nonsense */
static int parse(char *b, int n, int *status, int *cl, int eof) {
  char *h = memmem(b, n, "\r\n\r\n", 4); if (!h) return 0; int hl = h - b + 4; if (n < 12 || memcmp(b, "HTTP/1.", 7)) return -1;
  *status = atoi(b + 9); long len = -1; int chunked = 0; *cl = b[7] == '0';
  for (char *p = memchr(b, '\n', n); p && p < h; p = memchr(p, '\n', h + 2 - p)) { p++; if (!strncasecmp(p, "content-length:", 15)) len = atol(p + 15); else if (!strncasecmp(p, "transfer-encoding:", 18)) chunked = 1; else if (!strncasecmp(p, "connection:", 11)) { char *q = p + 11; while (*q == ' ') q++; if (!strncasecmp(q, "close", 5)) *cl = 1; else if (!strncasecmp(q, "keep-alive", 10)) *cl = 0; } }
  if (*status == 204 || *status == 304 || *status < 200) return hl;
  if (chunked) { int o = hl; for (;;) { char *e = memmem(b + o, n - o, "\r\n", 2); if (!e) return 0; long k = strtol(b + o, NULL, 16); o = e - b + 2 + k + 2; if (o > n) return 0; if (k == 0) return o; } }
  if (len >= 0) return hl + len <= n ? hl + (int)len : 0;
  *cl = 1; return eof ? n : 0; }
static void done(thr *T, conn *c, int st, int n) {
  uint64_t t = now_ns(); T->last = t; T->bytes += n;
  if (c->due >= t_measure && t <= t_end + 5000000000ull) { hadd(&T->h, t - c->due); T->ok++; if (st < 300) T->s2++; else if (st < 400) T->s3++; else if (st < 500) T->s4++; else T->s5++; if (T->lf) fprintf(T->lf, "%llu\n", (unsigned long long)(t - c->due)); } }

static void *run(void *v) {
  thr *T = v; T->ep = epoll_create1(0); struct epoll_event ev[256]; T->r.x = 88172645463325252ull ^ (t_start + T->id * 7919); for (int i = 0; i < 20; i++) rnd(&T->r);
  for (int i = 0; i < T->nc; i++) { T->c[i].fd = -1; T->c[i].in = malloc(INBUF); }
  double per = rate > 0 ? 1e9 * nthr / rate : 0; uint64_t k = 0;
  if (rate > 0) for (int i = 0; i < T->nc; i++) T->idle[T->nidle++] = i; else for (int i = 0; i < T->nc; i++) next(T, &T->c[i]);
  for (;;) {
    uint64_t t = now_ns(); int busy = 0; for (int i = 0; i < T->nc && !busy; i++) busy = T->c[i].busy;
    if (t > t_end + 10000000000ull || ((t >= t_end || (total && atomic_load(&g_started) >= total)) && !busy)) break;
    struct timespec to = {0, 50000000};
    if (rate > 0) {
      for (;;) { uint64_t due = t_start + (uint64_t)((k + (double)T->id / nthr) * per); t = now_ns(); if (due > t) { uint64_t w = due - t; if (w < 50000000) to.tv_nsec = w; break; } if (due >= t_end || !T->nidle) break; if (!may_issue(t)) break; k++; conn *c = &T->c[T->idle[--T->nidle]]; issue(T, c, due); } }
    int n = epoll_pwait2(T->ep, ev, 256, &to, NULL);
    for (int i = 0; i < n; i++) { conn *c = ev[i].data.ptr;
      if (c->connecting && (ev[i].events & (EPOLLOUT | EPOLLERR | EPOLLHUP))) { int er = 0; socklen_t l = sizeof er; getsockopt(c->fd, SOL_SOCKET, SO_ERROR, &er, &l); if (er) { T->err++; drop(T, c); poll(NULL, 0, 1); c->outoff = 0; do_connect(T, c); continue; } c->connecting = 0; flush_out(T, c); }
      else if ((ev[i].events & EPOLLOUT) && c->busy) flush_out(T, c);
      if (ev[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) {
        int eof = 0; for (;;) { if (c->inlen >= INBUF) { c->inlen = 0; } ssize_t r = recv(c->fd, c->in + c->inlen, INBUF - c->inlen, 0); if (r > 0) { c->inlen += r; if (r < 4096) break; } else { if (r == 0 || errno != EAGAIN) eof = 1; break; } }
        if (c->busy) { int st = 0, cl = 0; int m = parse(c->in, c->inlen, &st, &cl, eof);
          if (m > 0) { done(T, c, st, m); if (cl || eof || closeconn) drop(T, c); next(T, c); }
          else if (m < 0 || eof) { if (!c->inlen && c->sent != 0 && !closeconn) { /* idle keep-alive closed under us: send again */ drop(T, c); c->outoff = 0; T->err++; do_connect(T, c); } else { T->err++; drop(T, c); next(T, c); } } }
        else if (eof) drop(T, c); } } }
  for (int i = 0; i < T->nc; i++) { if (T->c[i].busy) T->err++; if (T->c[i].fd >= 0) close(T->c[i].fd); } return NULL; }

/* ---- CPU of a process tree ---- */
static int roots[32], nroots;
static double tree_cpu(void) {
  static int pid[65536], pp[65536]; static long tk[65536]; int n = 0; DIR *d = opendir("/proc"); struct dirent *e; if (!d) return 0;
  while ((e = readdir(d)) && n < 65536) if (isdigit(e->d_name[0])) { char f[64], b[1024]; snprintf(f, 64, "/proc/%.20s/stat", e->d_name); int fd = open(f, O_RDONLY); if (fd < 0) continue; int k = read(fd, b, 1023); close(fd); if (k <= 0) continue; b[k] = 0; char *q = strrchr(b, ')'); if (!q) continue; int ppid; unsigned long u, s, cu, cs; if (sscanf(q + 2, "%*c %d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu %lu %lu", &ppid, &u, &s, &cu, &cs) == 5) { pid[n] = atoi(e->d_name); pp[n] = ppid; tk[n] = u + s + cu + cs; n++; } }
  closedir(d); static char in[65536]; memset(in, 0, n); for (int i = 0; i < n; i++) for (int j = 0; j < nroots; j++) if (pid[i] == roots[j]) in[i] = 1;
  for (int ch = 1; ch;) { ch = 0; for (int i = 0; i < n; i++) if (!in[i]) for (int j = 0; j < n; j++) if (in[j] && pid[j] == pp[i]) { in[i] = 1; ch = 1; } }
  long s = 0; for (int i = 0; i < n; i++) if (in[i]) s += tk[i]; return s / (double)sysconf(_SC_CLK_TCK); }

static void slurp(const char *f) { FILE *h = fopen(f, "r"); if (!h) { perror(f); exit(1); } char *l = NULL; size_t c = 0; ssize_t n; long cap = 0; while ((n = getline(&l, &c, h)) > 0) { while (n && (l[n-1] == '\n' || l[n-1] == '\r')) l[--n] = 0; if (nlines == cap) { cap = cap ? 2 * cap : 1024; lines = realloc(lines, cap * sizeof *lines); } lines[nlines++] = strdup(l); } fclose(h); }
static char *readall(const char *f) { FILE *h = fopen(f, "r"); if (!h) { perror(f); exit(1); } char *b = calloc(1, OUTBUF); fread(b, 1, OUTBUF - 1, h); fclose(h); return b; }

int main(int ac, char **av) {
  int o; char *hb = calloc(1, 4096);
  while ((o = getopt(ac, av, "u:c:t:d:n:r:b:B:m:H:y:w:L:N:T:U:P:jCl:")) != -1) switch (o) {
    case 'u': { char *u = optarg; if (!strncmp(u, "http://", 7)) u += 7; size_t k = strcspn(u, ":/"); if (k > 63) k = 63; memcpy(host, u, k); host[k] = 0; u += k; if (*u == ':') { port = strtol(u + 1, &u, 10); } if (*u) path_t = u; if (!sig_url) sig_url = optarg; break; }
    case 'c': nconn = atoi(optarg); break; case 't': nthr = atoi(optarg); break; case 'd': dur = atof(optarg); break; case 'n': total = atol(optarg); break;
    case 'r': rate = atof(optarg); break; case 'b': body_t = optarg; break; case 'B': body_t = readall(optarg); break; case 'm': method = optarg; break;
    case 'H': strcat(hb, optarg); strcat(hb, "\r\n"); xhdr = hb; break; case 'y': ctype = optarg; break; case 'w': warm = atof(optarg); break; case 'L': slurp(optarg); break;
    case 'N': nphones = atol(optarg); break; case 'T': sig_token = optarg; break; case 'U': sig_url = optarg; break; case 'j': json = 1; break; case 'C': closeconn = 1; break; case 'l': latfile = optarg; break;
    case 'P': { char *s = strdup(optarg); for (char *q = strtok(s, ","); q && nroots < 32; q = strtok(NULL, ",")) roots[nroots++] = atoi(q); break; }
    default: fprintf(stderr, "see the head of loadgen.c\n"); return 2; }
  if (!strcmp(host, "localhost")) strcpy(host, "127.0.0.1");
  if (strncmp(host, "127.", 4)) { fprintf(stderr, "loopback addresses only\n"); return 2; }
  if (nthr > nconn) nthr = nconn; if (nconn > MAXC) nconn = MAXC; if (total) warm = 0;
  sa.sin_family = AF_INET; sa.sin_port = htons(port); inet_pton(AF_INET, host, &sa.sin_addr);
  thr *T = calloc(nthr, sizeof *T); t_start = now_ns(); t_measure = t_start + (uint64_t)(warm * 1e9); t_end = total ? t_start + 3600000000000ull : t_measure + (uint64_t)(dur * 1e9);
  for (int i = 0; i < nthr; i++) { T[i].id = i; T[i].nc = nconn / nthr + (i < nconn % nthr); T[i].c = calloc(T[i].nc, sizeof(conn)); T[i].idle = calloc(T[i].nc + 1, sizeof(int)); if (latfile) { char f[512]; snprintf(f, 512, "%s.%d", latfile, i); T[i].lf = fopen(f, "w"); } pthread_create(&T[i].th, NULL, run, &T[i]); }
  double c0 = 0, c1 = 0; if (nroots) { uint64_t t = now_ns(); if (t < t_measure) usleep((t_measure - t) / 1000); c0 = tree_cpu(); if (!total) { t = now_ns(); if (t < t_end) usleep((t_end - t) / 1000); c1 = tree_cpu(); } }
  for (int i = 0; i < nthr; i++) pthread_join(T[i].th, NULL); if (nroots && total) c1 = tree_cpu();
  static hist h; uint64_t ok = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, er = 0, rc = 0, last = 0; for (int i = 0; i < nthr; i++) { for (int j = 0; j < HN; j++) h.b[j] += T[i].h.b[j]; h.n += T[i].h.n; h.sum += T[i].h.sum; if (T[i].h.max > h.max) h.max = T[i].h.max; ok += T[i].ok; s2 += T[i].s2; s3 += T[i].s3; s4 += T[i].s4; s5 += T[i].s5; er += T[i].err; rc += T[i].reconn; if (T[i].last > last) last = T[i].last; if (T[i].lf) fclose(T[i].lf); }
  double secs = total ? (last - t_start) / 1e9 : (last > t_end ? (last - t_measure) / 1e9 : dur); double rps = ok / secs; if (!h.n) { fprintf(stderr, "no answers (errors %llu)\n", (unsigned long long)er); return 1; }
  if (json) printf("{\"rps\":%.1f,\"n\":%llu,\"secs\":%.3f,\"conns\":%d,\"rate\":%.0f,\"p50_us\":%.1f,\"p90_us\":%.1f,\"p99_us\":%.1f,\"p999_us\":%.1f,\"max_us\":%.1f,\"mean_us\":%.1f,\"s2xx\":%llu,\"s3xx\":%llu,\"s4xx\":%llu,\"s5xx\":%llu,\"errors\":%llu,\"reconnects\":%llu,\"server_cpu_us_per_req\":%.2f}\n", rps, (unsigned long long)ok, secs, nconn, rate, hpct(&h, .5), hpct(&h, .9), hpct(&h, .99), hpct(&h, .999), h.max / 1e3, h.sum / h.n / 1e3, (unsigned long long)s2, (unsigned long long)s3, (unsigned long long)s4, (unsigned long long)s5, (unsigned long long)er, (unsigned long long)rc, nroots ? (c1 - c0) * 1e6 / ok : 0);
  else { printf("%.0f req/s  (%llu answers in %.2f s, %d conns%s)  2xx %llu 3xx %llu 4xx %llu 5xx %llu errors %llu reconnects %llu\n", rps, (unsigned long long)ok, secs, nconn, rate > 0 ? ", open loop" : "", (unsigned long long)s2, (unsigned long long)s3, (unsigned long long)s4, (unsigned long long)s5, (unsigned long long)er, (unsigned long long)rc);
    printf("latency us: mean %.0f  p50 %.0f  p90 %.0f  p99 %.0f  p99.9 %.0f  max %.0f\n", h.sum / h.n / 1e3, hpct(&h, .5), hpct(&h, .9), hpct(&h, .99), hpct(&h, .999), h.max / 1e3); if (nroots) printf("server CPU: %.1f us/request (%.2f s)\n", (c1 - c0) * 1e6 / ok, c1 - c0); }
  return 0; }
