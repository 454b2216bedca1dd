// SPDX-License-Identifier: MIT
/*
 * What the AArch64 guest is: one table of features gives the ID registers,
 * AT_HWCAP and which rows of the decoder's tables there are, so that they
 * cannot disagree.  -cpu chooses among them.
 */
#include "src/print.h"
#include "target/aarch64/a64-decode.gen.h"
#include "target/aarch64/cpu.h"

/* ID registers by crm and op2 (D23.2): op0 3, op1 0, crn 0. */
#define ID_REG(crm, op2) ((crm) << 3 | (op2))
enum {
    MIDR_EL1 = ID_REG(0, 0),
    MPIDR_EL1 = ID_REG(0, 5),
    REVIDR_EL1 = ID_REG(0, 6),
    ID_AA64PFR0_EL1 = ID_REG(4, 0),
    ID_AA64DFR0_EL1 = ID_REG(5, 0),
    ID_AA64ISAR0_EL1 = ID_REG(6, 0),
    ID_AA64ISAR1_EL1 = ID_REG(6, 1),
    ID_AA64MMFR0_EL1 = ID_REG(7, 0),
};

/*
 * A field of an ID register and the AT_HWCAP bits that its value implies
 * (arch/arm64/include/uapi/asm/hwcap.h).  What -cpu can leave out has a name,
 * and rows of the decoder's tables are `of` it.
 */
struct feature {
    const char *name; /* as in /proc/cpuinfo */
    const char *text;
    uint8_t feature; /* enum a64_feature */
    uint8_t reg;
    uint8_t shift;
    uint8_t value;
    uint64_t hwcap;
};

#define ALWAYS NULL, NULL, A64_FEATURE_NONE

static const struct feature features[] = {
    {"aes", "AES and the 64-bit PMULL", A64_FEATURE_AES, ID_AA64ISAR0_EL1, 4, 2,
     1 << 3 | 1 << 4},
    {"sha1", "SHA1", A64_FEATURE_SHA1, ID_AA64ISAR0_EL1, 8, 1, 1 << 5},
    {"sha2", "SHA256", A64_FEATURE_SHA2, ID_AA64ISAR0_EL1, 12, 1, 1 << 6},
    {"crc32", "CRC32", A64_FEATURE_CRC32, ID_AA64ISAR0_EL1, 16, 1, 1 << 7},
    {"atomics", "LSE: CAS, SWP, LDADD and the like (v8.1)", A64_FEATURE_LSE,
     ID_AA64ISAR0_EL1, 20, 2, 1 << 8},
    {"lrcpc", "LDAPR (v8.3)", A64_FEATURE_LRCPC, ID_AA64ISAR1_EL1, 20, 1,
     1 << 15},
    /* FP, AdvSIMD; CPUID: MRS of the ID registers works at EL0. */
    {ALWAYS, ID_AA64PFR0_EL1, 16, 0, 1 << 0},
    {ALWAYS, ID_AA64PFR0_EL1, 20, 0, 1 << 1},
    {ALWAYS, MIDR_EL1, 16, 0xf, 1 << 11},
    /*
     * What follows is no feature: values of fields that Linux hides from EL0
     * (Documentation/arch/arm64/cpu-feature-registers.rst, ftr_id_* in
     * arch/arm64/kernel/cpufeature.c).  EL0 and EL1 are AArch64 only; debug
     * architecture 8.0; no 64 KiB granule; no 4 KiB granule; RES1.
     */
    {ALWAYS, ID_AA64PFR0_EL1, 0, 1, 0},
    {ALWAYS, ID_AA64PFR0_EL1, 4, 1, 0},
    {ALWAYS, ID_AA64DFR0_EL1, 0, 6, 0},
    {ALWAYS, ID_AA64MMFR0_EL1, 24, 0xf, 0},
    {ALWAYS, ID_AA64MMFR0_EL1, 28, 0xf, 0},
    {ALWAYS, MPIDR_EL1, 31, 1, 0},
};

#define FEATURE_BIT(f) (1u << A64_FEATURE_##f)
#define V8_CRYPTO                                               \
    (FEATURE_BIT(AES) | FEATURE_BIT(SHA1) | FEATURE_BIT(SHA2) | \
     FEATURE_BIT(CRC32))

/*
 * Processors by the identification and the features that their technical
 * reference manuals give; with what Ferry lacks, they are only named.
 */
struct model {
    const char *name;
    uint32_t midr;
    uint32_t features; /* a bit per enum a64_feature */
    const char *lacks;
};

static const struct model models[] = {
    {"max", 0xfu << 16, ~0u, NULL},
    {"cortex-a35", 0x411fd040, V8_CRYPTO, NULL},
    {"cortex-a53", 0x410fd034, V8_CRYPTO, NULL},
    {"cortex-a57", 0x411fd070, V8_CRYPTO, NULL},
    {"cortex-a72", 0x410fd083, V8_CRYPTO, NULL},
    {"cortex-a55", 0, 0, "FP16, RDM and DotProd"},
    {"cortex-a76", 0, 0, "FP16, RDM and DotProd"},
    {"neoverse-n1", 0, 0, "FP16, RDM and DotProd"},
    {"cortex-a710", 0, 0, "FP16, RDM, DotProd and SVE"},
    {"neoverse-v1", 0, 0, "FP16, RDM, DotProd and SVE"},
    {"neoverse-n2", 0, 0, "FP16, RDM, DotProd and SVE"},
    {"a64fx", 0, 0, "FP16, RDM and SVE"},
};

/* Properties that can only be off, since Ferry lacks what they name. */
static const char *const absent[] = {
    "sve", "sve2",     "sme",  "sme2",    "pauth",   "mte",
    "bti", "asimdrdm", "fphp", "asimdhp", "asimddp", "rndr",
};

/* Those that can only be on. */
static const char *const present[] = {
    "aarch64", "fp", "vfp", "asimd", "neon", "cpuid",
};

/*
 * qemu-user's that no result depends on here: how something that Ferry lacks
 * would be done, or what only a kernel sees.
 */
static const char *const moot[] = {
    "pauth-impdef", "pauth-qarma3", "pauth-qarma5", "pmu", "lpa2", "sme_fa64",
};

/* Set once, before anything is translated. */
static uint32_t chosen = ~0u, chosen_midr = 0xfu << 16;

bool a64_has(unsigned feature)
{
    return feature == A64_FEATURE_NONE || (chosen >> feature & 1);
}

const char *a64_feature_missing(unsigned feature)
{
    for (unsigned k = 0; k < ARRAY_SIZE(features); k++)
        if (features[k].name && features[k].feature == feature)
            return features[k].text;
    return NULL;
}

static bool word_is(const char *word, size_t n, const char *name)
{
    size_t i = 0;
    while (i < n && name[i] && word[i] == name[i])
        i++;
    return i == n && !name[i];
}

/* Lengths of vectors that are not there: sve-max-vq, sve256, sme-... */
static bool is_length(const char *word, size_t n)
{
    if (n < 4 || word[0] != 's' || word[2] != 'e' ||
        (word[1] != 'v' && word[1] != 'm'))
        return false;
    for (size_t i = 3; i < n; i++)
        if (word[i] < '0' || word[i] > '9')
            return word[3] == '-';
    return n >= 6;
}

static bool is_listed(const char *const *list, size_t count, const char *word,
                      size_t n)
{
    for (size_t k = 0; k < count; k++)
        if (word_is(word, n, list[k]))
            return true;
    return false;
}

/* One property, cut out of the list: its name, and what it is set to. */
struct property {
    const char *name;
    size_t length;
    enum { SET_OFF, SET_ON, SET_OTHER } set;
};

static struct property property_read(const char *item, size_t n)
{
    struct property p = {item, n, SET_ON};
    if (*item == '+' || *item == '-') {
        p.set = *item == '+' ? SET_ON : SET_OFF;
        p.name++;
        p.length--;
        return p;
    }
    for (size_t i = 0; i < n; i++)
        if (item[i] == '=') {
            const char *value = item + i + 1;
            size_t rest = n - i - 1;
            p.length = i;
            if (word_is(value, rest, "off") || word_is(value, rest, "false"))
                p.set = SET_OFF;
            else if (!word_is(value, rest, "on") &&
                     !word_is(value, rest, "true"))
                p.set = SET_OTHER;
            break;
        }
    return p;
}

static const char *property_refuse(const struct property *p, bool can_be)
{
    if (p->set == SET_OTHER)
        return "is either on or off";
    return can_be ? "can't be left out" : "is nothing that Ferry has";
}

/* NULL, or why not. */
static const char *property_set(const struct property *p, uint32_t *set)
{
    for (unsigned k = 0; k < ARRAY_SIZE(features); k++)
        if (features[k].name && word_is(p->name, p->length, features[k].name)) {
            uint32_t bit = 1u << features[k].feature;
            if (p->set == SET_OTHER)
                return property_refuse(p, true);
            *set = p->set == SET_ON ? *set | bit : *set & ~bit;
            return NULL;
        }
    if (is_listed(moot, ARRAY_SIZE(moot), p->name, p->length) ||
        is_length(p->name, p->length))
        return NULL;
    if (is_listed(present, ARRAY_SIZE(present), p->name, p->length))
        return p->set == SET_ON ? NULL : property_refuse(p, true);
    if (is_listed(absent, ARRAY_SIZE(absent), p->name, p->length))
        return p->set == SET_OFF ? NULL : property_refuse(p, false);
    return "is not known; -cpu help lists what is";
}

static const struct model *model_find(const char *word, size_t n)
{
    for (unsigned k = 0; k < ARRAY_SIZE(models); k++)
        if (word_is(word, n, models[k].name))
            return &models[k];
    return NULL;
}

static size_t item_length(const char *item)
{
    size_t n = 0;
    while (item[n] && item[n] != ',')
        n++;
    return n;
}

bool a64_cpu_choose(const char *text, struct print *why)
{
    size_t n = item_length(text);
    const struct model *model = model_find(text, n);
    uint32_t set;
    if (!model) {
        print_fmt(why,
                  "-cpu %s: no processor '%.*s' is known; -cpu help lists "
                  "what is",
                  text, (int)n, text);
        return false;
    }
    if (model->lacks) {
        print_fmt(why, "-cpu %s: it has %s, which Ferry has not", text,
                  model->lacks);
        return false;
    }
    set = model->features;
    while (*(text += n)) {
        const char *refused;
        struct property p;
        n = item_length(++text);
        p = property_read(text, n);
        refused = property_set(&p, &set);
        if (refused) {
            print_fmt(why, "-cpu ...,%.*s: '%.*s' %s", (int)n, text,
                      (int)p.length, p.name, refused);
            return false;
        }
    }
    chosen = set;
    chosen_midr = model->midr;
    return true;
}

void a64_cpu_list(struct print *out)
{
    for (unsigned m = 0; m < ARRAY_SIZE(models); m++) {
        if (models[m].lacks)
            continue;
        print_fmt(out, "%-12s", models[m].name);
        for (unsigned k = 0; k < ARRAY_SIZE(features); k++)
            if (features[k].name &&
                (models[m].features >> features[k].feature & 1))
                print_fmt(out, " %s", features[k].name);
        print_str(out, "\n");
    }
    print_str(out, "\n-cpu MODEL,-NAME leaves a feature out, +NAME adds it; or "
                   "NAME=off, NAME=on:\n");
    for (unsigned k = 0; k < ARRAY_SIZE(features); k++)
        if (features[k].name)
            print_fmt(out, "%-12s %s\n", features[k].name, features[k].text);
}

uint64_t a64_hwcap(void)
{
    uint64_t hwcap = 0;
    for (unsigned k = 0; k < ARRAY_SIZE(features); k++)
        if (a64_has(features[k].feature))
            hwcap |= features[k].hwcap;
    return hwcap;
}

/* Linux emulates MIDR, MPIDR, REVIDR and all of crm 2 to 7. */
static bool is_emulated(unsigned crm, unsigned op2)
{
    if (crm == 0)
        return op2 == 0 || op2 == 5 || op2 == 6;
    return crm >= 2 && crm <= 7;
}

bool a64_id_register(unsigned crm, unsigned op2, uint64_t *value)
{
    if (!is_emulated(crm, op2))
        return false;
    *value = ID_REG(crm, op2) == MIDR_EL1 ? chosen_midr : 0;
    for (unsigned k = 0; k < ARRAY_SIZE(features); k++)
        if (features[k].reg == ID_REG(crm, op2) && a64_has(features[k].feature))
            *value |= (uint64_t)features[k].value << features[k].shift;
    return true;
}
