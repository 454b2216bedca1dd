// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -march=armv8-a+crypto
// hosts: v2,-aes v2,-pclmul v2,-sha v2,-aes,-pclmul,-sha
// hosts: v3,-aes v3,-pclmul v3,-sha v3,-aes,-pclmul,-sha
// hosts: v4,-aes v4,-pclmul v4,-sha v4,-aes,-pclmul,-sha
/*
 * AES by FIPS 197's example, SHA-1 and SHA-256 by FIPS 180's, PMULL by GCM's
 * polynomial: the instructions as libraries use them.
 */
#include "check-vec.h"

#include <arm_neon.h>

static void fips_197_cipher(void)
{
    /* Appendix A.1: the round keys of 2b7e1516..., of which the first are */
    static const uint8_t keys[11][16] = {
        {0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0a, 0x0b,
         0x0c, 0x0d, 0x0e, 0x0f},
        {0xd6, 0xaa, 0x74, 0xfd, 0xd2, 0xaf, 0x72, 0xfa, 0xda, 0xa6, 0x78, 0xf1,
         0xd6, 0xab, 0x76, 0xfe},
        {0xb6, 0x92, 0xcf, 0x0b, 0x64, 0x3d, 0xbd, 0xf1, 0xbe, 0x9b, 0xc5, 0x00,
         0x68, 0x30, 0xb3, 0xfe},
        {0xb6, 0xff, 0x74, 0x4e, 0xd2, 0xc2, 0xc9, 0xbf, 0x6c, 0x59, 0x0c, 0xbf,
         0x04, 0x69, 0xbf, 0x41},
        {0x47, 0xf7, 0xf7, 0xbc, 0x95, 0x35, 0x3e, 0x03, 0xf9, 0x6c, 0x32, 0xbc,
         0xfd, 0x05, 0x8d, 0xfd},
        {0x3c, 0xaa, 0xa3, 0xe8, 0xa9, 0x9f, 0x9d, 0xeb, 0x50, 0xf3, 0xaf, 0x57,
         0xad, 0xf6, 0x22, 0xaa},
        {0x5e, 0x39, 0x0f, 0x7d, 0xf7, 0xa6, 0x92, 0x96, 0xa7, 0x55, 0x3d, 0xc1,
         0x0a, 0xa3, 0x1f, 0x6b},
        {0x14, 0xf9, 0x70, 0x1a, 0xe3, 0x5f, 0xe2, 0x8c, 0x44, 0x0a, 0xdf, 0x4d,
         0x4e, 0xa9, 0xc0, 0x26},
        {0x47, 0x43, 0x87, 0x35, 0xa4, 0x1c, 0x65, 0xb9, 0xe0, 0x16, 0xba, 0xf4,
         0xae, 0xbf, 0x7a, 0xd2},
        {0x54, 0x99, 0x32, 0xd1, 0xf0, 0x85, 0x57, 0x68, 0x10, 0x93, 0xed, 0x9c,
         0xbe, 0x2c, 0x97, 0x4e},
        {0x13, 0x11, 0x1d, 0x7f, 0xe3, 0x94, 0x4a, 0x17, 0xf3, 0x07, 0xa7, 0x8b,
         0x4d, 0x2b, 0x30, 0xc5},
    };
    static const uint8_t plain[16] = {0x00, 0x11, 0x22, 0x33, 0x44, 0x55,
                                      0x66, 0x77, 0x88, 0x99, 0xaa, 0xbb,
                                      0xcc, 0xdd, 0xee, 0xff};
    static const uint8_t cipher[16] = {0x69, 0xc4, 0xe0, 0xd8, 0x6a, 0x7b,
                                       0x04, 0x30, 0xd8, 0xcd, 0xb7, 0x80,
                                       0x70, 0xb4, 0xc5, 0x5a};
    uint8_t out[16];
    uint8x16_t v = vld1q_u8(plain);
    for (int k = 0; k < 9; k++)
        v = vaesmcq_u8(vaeseq_u8(v, vld1q_u8(keys[k])));
    v = veorq_u8(vaeseq_u8(v, vld1q_u8(keys[9])), vld1q_u8(keys[10]));
    vst1q_u8(out, v);
    for (int k = 0; k < 16; k++)
        CHECK("cipher", out[k], cipher[k]);

    /* The equivalent inverse cipher, with InvMixColumns of the keys. */
    v = vaesdq_u8(v, vld1q_u8(keys[10]));
    for (int k = 9; k > 0; k--)
        v = vaesdq_u8(vaesimcq_u8(v), vaesimcq_u8(vld1q_u8(keys[k])));
    vst1q_u8(out, veorq_u8(v, vld1q_u8(keys[0])));
    for (int k = 0; k < 16; k++)
        CHECK("inverse cipher", out[k], plain[k]);
}

/* "abc", padded: one block of big-endian words. */
static const uint32_t abc[16] = {0x61626380, 0, 0, 0, 0, 0, 0, 0,
                                 0,          0, 0, 0, 0, 0, 0, 24};

static uint32x4_t sha1_rounds(int part, uint32x4_t abcd, uint32_t e,
                              uint32x4_t w)
{
    switch (part) {
    case 0: return vsha1cq_u32(abcd, e, w);
    case 2: return vsha1mq_u32(abcd, e, w);
    default: return vsha1pq_u32(abcd, e, w);
    }
}

static void fips_180_sha1(void)
{
    static const uint32_t start[5] = {0x67452301, 0xefcdab89, 0x98badcfe,
                                      0x10325476, 0xc3d2e1f0};
    static const uint32_t want[5] = {0xa9993e36, 0x4706816a, 0xba3e2571,
                                     0x7850c26c, 0x9cd0d89d};
    static const uint32_t k[4] = {0x5a827999, 0x6ed9eba1, 0x8f1bbcdc,
                                  0xca62c1d6};
    uint32x4_t w[20], abcd = vld1q_u32(start);
    uint32_t e = start[4], out[4];
    for (int j = 0; j < 20; j++)
        w[j] = j < 4
                   ? vld1q_u32(abc + 4 * j)
                   : vsha1su1q_u32(vsha1su0q_u32(w[j - 4], w[j - 3], w[j - 2]),
                                   w[j - 1]);
    for (int j = 0; j < 20; j++) {
        uint32_t next = vsha1h_u32(vgetq_lane_u32(abcd, 0));
        abcd =
            sha1_rounds(j / 5, abcd, e, vaddq_u32(w[j], vdupq_n_u32(k[j / 5])));
        e = next;
    }
    vst1q_u32(out, vaddq_u32(abcd, vld1q_u32(start)));
    for (int j = 0; j < 4; j++)
        CHECK("sha-1", out[j], want[j]);
    CHECK("sha-1", e + start[4], want[4]);
}

static void fips_180_sha256(void)
{
    static const uint32_t start[8] = {
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
        0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
    };
    static const uint32_t want[8] = {
        0xba7816bf, 0x8f01cfea, 0x414140de, 0x5dae2223,
        0xb00361a3, 0x96177a9c, 0xb410ff61, 0xf20015ad,
    };
    static const uint32_t k[64] = {
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1,
        0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
        0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
        0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
        0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
        0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
        0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
        0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
        0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    };
    uint32x4_t w[16], x = vld1q_u32(start), y = vld1q_u32(start + 4);
    uint32_t out[8];
    for (int j = 0; j < 16; j++)
        w[j] = j < 4 ? vld1q_u32(abc + 4 * j)
                     : vsha256su1q_u32(vsha256su0q_u32(w[j - 4], w[j - 3]),
                                       w[j - 2], w[j - 1]);
    for (int j = 0; j < 16; j++) {
        uint32x4_t wk = vaddq_u32(w[j], vld1q_u32(k + 4 * j)), old = x;
        x = vsha256hq_u32(x, y, wk);
        y = vsha256h2q_u32(y, old, wk);
    }
    vst1q_u32(out, vaddq_u32(x, vld1q_u32(start)));
    vst1q_u32(out + 4, vaddq_u32(y, vld1q_u32(start + 4)));
    for (int j = 0; j < 8; j++)
        CHECK("sha-256", out[j], want[j]);
}

static void polynomials(void)
{
    vec zero = VEC(0, 0);
    vec n = VEC(0xfedcba9876543210, 0x8000000000000001);
    vec m = VEC(0xffffffffffffffff, 0xc200000000000000);
    vec r = RUNV("pmull v0.1q, v1.1d, v2.1d", zero, n, m, 0, 0).value;
    CHECK("pmull low", r.d[0], 0xc200000000000000);
    CHECK("pmull high", r.d[1], 0x6100000000000000);
    r = RUNV("pmull2 v0.1q, v1.2d, v2.2d", zero, n, m, 0, 0).value;
    /* Times x^64 - 1 over x - 1: prefix parities. */
    uint64_t low = 0, high = 0;
    for (int k = 0; k < 64; k++) {
        low ^= n.d[1] << k;
        high ^= k ? n.d[1] >> (64 - k) : 0;
    }
    CHECK("pmull2 low", r.d[0], low);
    CHECK("pmull2 high", r.d[1], high);
}

int main(void)
{
    fips_197_cipher();
    fips_180_sha1();
    fips_180_sha256();
    polynomials();
    return check_result();
}
