# medi: one makefile, not recursive. Everything made goes to build/.
#
#   make            the programs, in build/bin
#   make demo       installs missing packages, builds, runs the example clinic
#   make test       installs missing packages, builds, runs every test that CI runs
#   make lint san bench fuzz install uninstall dist distcheck

VERSION := 0.1.0
PREFIX  ?= /usr/local
DESTDIR ?=
BUILD   ?= build

CC      ?= cc
CFLAGS  ?= -O2 -g
WARN    := -std=gnu11 -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
           -Wpointer-arith -Wwrite-strings -Wvla -Werror
HARDEN  := -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE
# libpq's headers have a directory of their own; the library itself is loaded on demand
LIBPQ_H := $(or $(shell pg_config --includedir 2>/dev/null),/usr/include/postgresql)
CPPFLAGS += -D_GNU_SOURCE -Ilib -I. -I$(BUILD)/gen -isystem $(LIBPQ_H) -DMEDI_VERSION='"$(VERSION)"' \
            -DMEDI_DATADIR='"$(PREFIX)/share"'
LDFLAGS += -pie -Wl,-z,relro,-z,now,--as-needed
# The small libraries are linked in: as shared libraries they cost a tenth of a short run's CPU.
# `make SHARED=1` links them as distributions want it.
PARSERS := -lcsv -ljansson -lyaml -lutf8proc -lsodium -lzstd -llbfgs
LDLIBS  := -lsqlite3 $(if $(SHARED),$(PARSERS),-Wl,-Bstatic $(PARSERS) -Wl,-Bdynamic) -ldl -lm
# PLAIN=1, in a BUILD of its own: without facts and rollups, to measure what keeping them costs
CPPFLAGS += $(if $(PLAIN),-DMEDI_PLAIN)
ALL_CFLAGS = $(WARN) $(HARDEN) $(CFLAGS)
# _FORTIFY_SOURCE wants optimisation
ifneq (,$(findstring -O0,$(CFLAGS)))
HARDEN := -fPIE
endif

TOOLS   := $(patsubst bin/%.c,%,$(sort $(wildcard bin/*.c)))
PROGRAMS := $(TOOLS:%=$(BUILD)/bin/%)
SQL     := $(sort $(wildcard lib/*/sql/*.sql))
SQL_PARTS := $(sort $(wildcard lib/*/sql/*.part))
SCHEMA  := $(sort $(wildcard lib/db/schema/*.sql))
LIB_C   := $(filter-out lib/gen/%,$(sort $(wildcard lib/base/*.c lib/db/*.c lib/text/*.c lib/*/*.c)))
GEN_C   := $(BUILD)/gen/sql_data.c $(BUILD)/gen/migrations.c $(BUILD)/gen/ai_data.c $(BUILD)/gen/fold_data.c $(BUILD)/gen/lexicon_data.c
LIB_O   := $(LIB_C:%.c=$(BUILD)/o/%.o) $(GEN_C:$(BUILD)/gen/%.c=$(BUILD)/o/gen/%.o)
UNIT_C  := $(sort $(wildcard tests/unit/test_*.c))
UNITS   := $(UNIT_C:tests/unit/test_%.c=%)
LANGS   := $(patsubst share/locale/%.po,%,$(sort $(wildcard share/locale/*.po)))
CATALOGUES := $(LANGS:%=$(BUILD)/share/locale/%/LC_MESSAGES/medi.mo)
SHARE   := $(BUILD)/share/medi

.PHONY: all clean
all: $(PROGRAMS) $(SHARE) $(CATALOGUES)
clean:
	rm -rf $(BUILD)

# V=1 shows the commands
ifeq ($(V),1)
say = @:
else
Q := @
say = @printf '  %-5s %s\n'
endif

# ---- objects, library, programs -------------------------------------------------------------

$(BUILD)/o/%.o: %.c
	@mkdir -p $(@D)
	$(say) CC $<
	$(Q)$(CC) $(CPPFLAGS) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/o/gen/%.o: $(BUILD)/gen/%.c
	@mkdir -p $(@D)
	$(say) CC $<
	$(Q)$(CC) $(CPPFLAGS) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# every object may include the generated list of statements
$(LIB_O): | $(BUILD)/gen/sql_list.h

$(BUILD)/libmedi.a: $(LIB_O)
	@rm -f $@
	$(say) AR $@
	$(Q)$(AR) rcs $@ $^

$(BUILD)/bin/%: $(BUILD)/o/bin/%.o $(BUILD)/libmedi.a
	@mkdir -p $(@D)
	$(say) LD $@
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $(filter %.o,$^) $(BUILD)/libmedi.a $(LDLIBS)

# a program is bin/medi-NOUN.c and the verbs in bin/NOUN/
VERBS_C := $(sort $(wildcard bin/*/*.c))
verbs_of = $(patsubst %.c,$(BUILD)/o/%.o,$(filter bin/$(patsubst medi-%,%,$(1))/%,$(VERBS_C)))
$(foreach tool,$(TOOLS),$(eval $(BUILD)/bin/$(tool): $(call verbs_of,$(tool))))
$(TOOLS:%=$(BUILD)/o/bin/%.o) $(VERBS_C:%.c=$(BUILD)/o/%.o): | $(BUILD)/gen/sql_list.h

# ---- generated sources ----------------------------------------------------------------------

EMBED := lib/gen/embed_sql.awk
$(BUILD)/gen/sql_list.h: $(EMBED) $(SQL) $(SQL_PARTS) $(BUILD)/gen/names
	@mkdir -p $(@D)
	$(Q)awk -f $(EMBED) -v mode=list $(SQL) </dev/null >$@.tmp && mv $@.tmp $@
$(BUILD)/gen/sql_data.c: $(EMBED) $(SQL) $(SQL_PARTS) $(BUILD)/gen/names
	@mkdir -p $(@D)
	$(Q)awk -f $(EMBED) -v mode=data $(SQL) </dev/null >$@.tmp && mv $@.tmp $@
$(BUILD)/gen/migrations.c: $(EMBED) $(SCHEMA) $(BUILD)/gen/names
	@mkdir -p $(@D)
	$(Q)awk -f $(EMBED) -v mode=migrations $(SCHEMA) </dev/null >$@.tmp && mv $@.tmp $@

$(BUILD)/gen/ai_data.c: lib/gen/ai_table.awk lib/scan/ai.table
	@mkdir -p $(@D)
	$(Q)awk -f lib/gen/ai_table.awk lib/scan/ai.table >$@.tmp && mv $@.tmp $@

# what characters are compared as, from ICU's data: NFKC, lower case, simplified; category; sound
FOLD := lib/gen/fold_list.awk lib/gen/fold_table.awk lib/copy/split.table
ICU  := LC_ALL=C uconv -f utf-8 -t utf-8 -x
$(BUILD)/gen/fold_data.c: $(FOLD)
	@mkdir -p $(@D)/fold
	$(say) GEN $@
	$(Q)LC_ALL=C awk -f lib/gen/fold_list.awk </dev/null >$(@D)/fold/list && cut -f2 $(@D)/fold/list >$(@D)/fold/characters
	$(Q)$(ICU) '::NFKC; ::Lower; ::Traditional-Simplified; ::NFKC; ::Lower;' $(@D)/fold/characters >$(@D)/fold/folded
	$(Q)$(ICU) '\u000A > \u000A; [:P:] > P; [:S:] > S; [:Z:] > Z; [:M:] > M; [:C:] > C; [:N:] > N; [:L:] > L;' \
	    $(@D)/fold/characters >$(@D)/fold/category
	$(Q)$(ICU) ':: [[:Han:]] Han-Latin; ::Latin-ASCII; ::Lower;' $(@D)/fold/characters >$(@D)/fold/sound
	$(Q)paste $(@D)/fold/list $(@D)/fold/folded $(@D)/fold/category $(@D)/fold/sound | \
	    LC_ALL=C awk -f lib/gen/fold_table.awk lib/copy/split.table - >$@.tmp && mv $@.tmp $@

# the lexicon of advertising copy, compiled: by all of lib but what is made here
IMAGE := $(BUILD)/lexicon-image
IMAGE_O := $(BUILD)/o/lib/gen/lexicon_image.o $(filter-out $(BUILD)/o/gen/lexicon_data.o,$(LIB_O))
$(IMAGE): $(IMAGE_O)
	$(say) LD $@
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)
$(BUILD)/gen/lexicon_data.c: $(IMAGE) share/medi/copy/lexicon.yaml
	$(say) GEN $@
	$(Q)$(IMAGE) share/medi/copy/lexicon.yaml $@.tmp || { cat $@.tmp; exit 1; } && mv $@.tmp $@

# a file added or removed changes this list, and so what is generated from it
NAMES := $(SQL) $(SCHEMA) $(UNITS)
$(BUILD)/gen/names: FORCE
	@mkdir -p $(@D)
	@echo '$(NAMES)' | cmp -s - $@ || echo '$(NAMES)' >$@
.PHONY: FORCE
FORCE:

$(SHARE):
	@mkdir -p $(@D)
	$(Q)ln -sfnr share/medi $@

$(BUILD)/share/locale/%/LC_MESSAGES/medi.mo: share/locale/%.po
	@mkdir -p $(@D)
	$(Q)msgfmt --check -o $@ $<

# ---- unit tests -----------------------------------------------------------------------------

UNIT_O := $(UNIT_C:%.c=$(BUILD)/o/%.o) $(BUILD)/o/tests/unit/main.o
$(UNIT_O): | $(BUILD)/gen/sql_list.h $(BUILD)/gen/unit_list.h
$(BUILD)/o/tests/unit/main.o: $(BUILD)/gen/unit_list.h
$(BUILD)/gen/unit_list.h: $(BUILD)/gen/names
	@for unit in $(UNITS); do echo "UNIT($$unit)"; done >$@

$(BUILD)/unit: $(UNIT_O) $(BUILD)/libmedi.a
	$(say) LD $@
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS) -lcheck -lsubunit -lrt -lpthread -lm

.PHONY: unit
unit: $(BUILD)/unit $(SHARE) $(CATALOGUES)
	$(BUILD)/unit
unit-%: $(BUILD)/unit $(SHARE) $(CATALOGUES)
	$(BUILD)/unit $*

-include $(shell find $(BUILD)/o -name '*.d' 2>/dev/null)

# ---- data and benchmarks --------------------------------------------------------------------

# figures beside the import's: verifying, PostgreSQL against \copy
LONGLOG := $(BUILD)/longlog
$(LONGLOG): $(BUILD)/o/tests/bench/longlog.o $(BUILD)/libmedi.a
	$(say) LD $@
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)
$(BUILD)/o/tests/bench/longlog.o: | $(BUILD)/gen/sql_list.h

MAKER_O := $(patsubst %.c,$(BUILD)/o/%.o,$(sort $(wildcard tests/bench/maker*.c)))
$(BUILD)/maker: $(MAKER_O) $(BUILD)/libmedi.a
	$(say) LD $@
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)
$(BUILD)/pair: $(BUILD)/o/tests/bench/pair.o
	$(say) LD $@
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^

$(BUILD)/shelf: $(BUILD)/o/tests/bench/shelf.o $(BUILD)/libmedi.a
	$(say) LD $@
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS) -lm

# two years of three stores: the plan against levels set by hand
.PHONY: bench-shelf
bench-shelf: $(BUILD)/shelf
	$(BUILD)/shelf $(SEED)

$(BUILD)/scanner: $(BUILD)/o/tests/bench/scanner.o $(BUILD)/libmedi.a
	$(say) LD $@
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(BUILD)/roster-bench: $(BUILD)/o/tests/bench/roster.o $(BUILD)/libmedi.a
	$(say) LD $@
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS) -lpthread

.PHONY: bench bench-verify bench-postgres bench-client bench-roster bench-scan bench-forecast bench-ledger bench-send bench-followup bench-booking bench-load bench-roster-large bench-plan
bench: all $(BUILD)/maker $(BUILD)/pair
	@.ci/install bench
	tests/bench/import.sh $(BUILD)
	tests/bench/fit.sh $(BUILD)
bench-forecast: all
	tests/bench/forecast.sh $(BUILD)
bench-verify: all $(BUILD)/maker $(BUILD)/pair $(LONGLOG)
	@.ci/install bench
	tests/bench/verify.sh $(BUILD)
bench-postgres: all $(BUILD)/maker $(BUILD)/pair
	@.ci/install bench test
	tests/bench/postgres.sh $(BUILD)
bench-kpi: all $(BUILD)/maker $(BUILD)/pair
	@.ci/install bench
	$(MAKE) BUILD=$(BUILD)/plain PLAIN=1 $(BUILD)/plain/bin/medi-db
	ln -sfn ../share $(BUILD)/plain/share
	tests/bench/kpi.sh $(BUILD)
.PHONY: bench-kpi-show
bench-kpi-show: all $(BUILD)/maker
	tests/bench/kpi_show.sh $(BUILD)
.PHONY: bench-audit
bench-audit: all $(BUILD)/maker
	tests/bench/audit.sh $(BUILD)
bench-ledger: all
	tests/bench/ledger.sh $(BUILD)
bench-send: all
	tests/bench/send.sh $(BUILD)
bench-booking: all
	tests/bench/booking.sh $(BUILD)
bench-load: all $(BUILD)/maker
	tests/bench/load.sh $(BUILD)
bench-plan: all
	tests/bench/plan.sh $(BUILD) 60
bench-followup: all $(BUILD)/pair
	@.ci/install bench
	tests/bench/followup.sh $(BUILD)
bench-client: all $(BUILD)/maker $(BUILD)/pair
	@.ci/install bench test
	tests/bench/client.sh $(BUILD) sqlite
	CLIENTS=$${PG_CLIENTS:-250000} SMALLER=0 tests/bench/client.sh $(BUILD) postgresql

# the public instances, where TESTDATA has them, each roster judged by the checker: SECONDS_EACH=600 THREADS=2 is the long one
bench-roster: $(BUILD)/roster-bench
	tests/bench/roster.sh $(BUILD)
# a year of 150 and of 1,000 people, made by tests/roster/make.py
bench-roster-large: $(BUILD)/roster-bench
	tests/bench/roster_large.sh $(BUILD)

bench-scan: all $(BUILD)/scanner
	tests/bench/scan.sh $(BUILD)

# the scanner of copy, beside ripgrep
.PHONY: bench-ad
bench-ad: all
	@.ci/install bench
	tests/bench/ad.sh $(BUILD)

# ---- faults -------------------------------------------------------------------------------------

# alterations behind the tools' backs: `make tamper N=10000` is the long one
TAMPER_O := $(patsubst %.c,$(BUILD)/o/%.o,$(sort $(wildcard tests/fault/tamper*.c)))
$(TAMPER_O): | $(BUILD)/gen/sql_list.h
$(BUILD)/tamper: $(TAMPER_O) $(BUILD)/libmedi.a
	$(say) LD $@
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)
N ?= 300
SEED ?= 1
.PHONY: tamper
tamper: $(BUILD)/tamper
	$(BUILD)/tamper $(N) $(SEED)

# N random steps, behind each of which facts and rollups must equal a recount
.PHONY: kpi-recount
kpi-recount: $(BUILD)/unit $(SHARE) $(CATALOGUES)
	STEPS=$(N) EACH=1 SEED=$(SEED) $(BUILD)/unit fact

# proxy and old are programs, sync is a library to be preloaded
FAULTS := $(BUILD)/fault/proxy $(BUILD)/fault/old $(BUILD)/fault/sync.so
.PHONY: faults
faults: $(FAULTS)
$(BUILD)/fault/sync.so: tests/fault/sync.c
	@mkdir -p $(@D)
	$(say) LD $@
	$(Q)$(CC) -D_GNU_SOURCE $(WARN) -O2 -fPIC -shared -o $@ $< -ldl
$(filter-out %.so,$(FAULTS)): $(BUILD)/fault/%: $(BUILD)/o/tests/fault/%.o $(BUILD)/libmedi.a
	@mkdir -p $(@D)
	$(say) LD $@
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

# messages through a gateway that fails, by senders that are killed: `make storm N=1000000` is the long one
.PHONY: storm
storm: all
	@for engine in $(or $(ENGINE),sqlite postgresql); do \
	    BUILD=$(BUILD) STORM=$(if $(filter file,$(origin N)),10000,$(N)) MEDI_TEST_ENGINE=$$engine bash tests/cli/f3_storm.t || exit 1; done

# kill -9 in a loop: `make kill N=200` is the long one
.PHONY: kill
kill: all faults
	@for engine in sqlite postgresql; do BUILD=$(BUILD) SEED=$(SEED) tests/fault/kill.sh all $$engine $(N) || exit 1; done

# ---- documents made from the option tables --------------------------------------------------

SHELLS := bash zsh fish
COMPLETIONS := $(foreach tool,$(TOOLS),$(SHELLS:%=completions/$(tool).%))
MANUALS := $(TOOLS:%=$(BUILD)/man/%.1)

# the completions are committed; tests/cli/completions.sh tells when they are not current
.PHONY: completions man
completions: $(PROGRAMS)
	@for tool in $(TOOLS); do for shell in $(SHELLS); do \
	    $(BUILD)/bin/$$tool --document $$shell >completions/$$tool.$$shell || exit 1; done; done
man: $(MANUALS)
$(BUILD)/man/%.1: $(BUILD)/bin/% $(wildcard share/man/*.mdoc)
	@mkdir -p $(@D)
	$(Q)$(BUILD)/bin/$* --document mdoc --document-prose share/man >$@.tmp && mv $@.tmp $@

# ---- messages -------------------------------------------------------------------------------

# every message in the sources, and the headings that outputs may have
MESSAGES_C := $(sort $(wildcard lib/*/*.c bin/*.c bin/*/*.[ch]))
$(BUILD)/medi.pot: $(MESSAGES_C) $(SQL) share/locale/headings.awk
	@mkdir -p $(@D)
	$(Q)xgettext --from-code=UTF-8 -k_ -kN_ --language=C --no-location --sort-output \
	    --package-name=medi -o $@.tmp $(MESSAGES_C) 2>/dev/null
	$(Q)awk -f share/locale/headings.awk $(SQL) $(MESSAGES_C) >$@.head
	$(Q)msgcat --use-first --no-location --sort-output $@.tmp $@.head | \
	    sed 's/^"POT-Creation-Date: .*/"POT-Creation-Date: 2026-11-22 00:00+0000\\n"/' >$@ && rm $@.tmp $@.head
.PHONY: messages
messages: $(BUILD)/medi.pot
	@for lang in $(LANGS); do \
	    msgmerge -q --no-location --sort-output --no-fuzzy-matching --no-wrap -U --backup=none \
	        share/locale/$$lang.po $(BUILD)/medi.pot && \
	    msgattrib --no-obsolete --no-wrap --no-location --sort-output -o share/locale/$$lang.po share/locale/$$lang.po; done

# ---- tests ----------------------------------------------------------------------------------

.PHONY: packages test check demo run-demo
packages:
	@.ci/install build run
test:
	@.ci/install build run demo test lint
	@command -v npm >/dev/null || .ci/install fhir
	@$(MAKE) --no-print-directory check
demo:
	@.ci/install build run demo
	@$(MAKE) --no-print-directory run-demo
run-demo: all
	@share/examples/demo $(BUILD)
# what journey and storeroom print, as the tests keep it, and the tutorials' blocks of it; read the difference before it is committed
.PHONY: golden
golden: all
	@for play in journey storeroom; do for lang in zh en; do \
	    share/examples/$$play $(BUILD) - $$lang >tests/golden/$$play.$$lang.txt || exit 1; done; done
	@for pair in journey:TUTORIAL storeroom:STOREROOM; do \
	    awk -f tests/golden/tutorial.awk tests/golden/$${pair%:*}.zh.txt share/doc/$${pair#*:}.zh.md >$(BUILD)/tutorial && \
	    cp $(BUILD)/tutorial share/doc/$${pair#*:}.zh.md || exit 1; done

# every stage with its seconds; the closing line counts the assertions of all of them
check: all $(BUILD)/unit $(BUILD)/maker $(BUILD)/roster-bench $(BUILD)/tamper $(FAULTS) $(MANUALS) $(BUILD)/medi.pot
	@BUILD=$(BUILD) MAKE="$(MAKE)" tests/run

# ---- lint, sanitizers, fuzzing --------------------------------------------------------------

.PHONY: lint san fuzz
lint: all $(MANUALS) $(BUILD)/medi.pot
	@tests/lint/run $(BUILD)
SAN := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer \
       -Wno-format-truncation
# the shells' own completions are too slow to be asked under a sanitizer
SAN_CLI = $(filter-out lib engine completions,$(basename $(notdir $(wildcard tests/cli/*.t tests/cli/*.sh))))
san:
	@$(MAKE) --no-print-directory BUILD=build/san CFLAGS='$(SAN)' all build/san/unit build/san/maker build/san/roster-bench faults
	@CK_TIMEOUT_MULTIPLIER=10 BUILD=build/san tests/run unit && BUILD=build/san tests/cli/run $(SAN_CLI)

FUZZ_C := $(sort $(wildcard tests/fuzz/fuzz_*.c))
FUZZERS := $(FUZZ_C:tests/fuzz/%.c=$(BUILD)/fuzz/%)
FUZZ_CC := clang-14 -std=gnu11 -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined
FUZZ_O  := $(LIB_O:$(BUILD)/o/%.o=$(BUILD)/fuzz/o/%.o)
T ?= 60
fuzz:
	@.ci/install build run fuzz
	@$(MAKE) --no-print-directory fuzzers
	@for fuzzer in $(notdir $(FUZZERS)); do tests/fuzz/run $(BUILD) $$fuzzer $(T) || exit 1; done
.PHONY: fuzzers
fuzzers: $(FUZZERS)
$(BUILD)/fuzz/o/%.o: %.c
	@mkdir -p $(@D)
	$(say) FUZZ $<
	$(Q)$(FUZZ_CC) -fsanitize=fuzzer-no-link $(CPPFLAGS) -MMD -MP -c -o $@ $<
$(BUILD)/fuzz/o/gen/%.o: $(BUILD)/gen/%.c
	@mkdir -p $(@D)
	$(Q)$(FUZZ_CC) -fsanitize=fuzzer-no-link $(CPPFLAGS) -MMD -MP -c -o $@ $<
$(FUZZ_O) $(FUZZ_C:%.c=$(BUILD)/fuzz/o/%.o): | $(BUILD)/gen/sql_list.h
$(BUILD)/fuzz/libmedi.a: $(FUZZ_O)
	@rm -f $@
	$(Q)$(AR) rcs $@ $^
$(BUILD)/fuzz/%: $(BUILD)/fuzz/o/tests/fuzz/%.o $(BUILD)/fuzz/libmedi.a
	$(say) LD $@
	$(Q)$(FUZZ_CC) -fsanitize=fuzzer -o $@ $^ $(LDLIBS)
-include $(shell find $(BUILD)/fuzz/o -name '*.d' 2>/dev/null)

# ---- installing and packing -----------------------------------------------------------------

bindir = $(DESTDIR)$(PREFIX)/bin
datadir = $(DESTDIR)$(PREFIX)/share
.PHONY: install uninstall dist distcheck
install: all $(MANUALS)
	install -d $(bindir) $(datadir)/medi $(datadir)/man/man1 \
	    $(datadir)/bash-completion/completions $(datadir)/zsh/site-functions \
	    $(datadir)/fish/vendor_completions.d $(datadir)/doc/medi/cron
	install -m 755 $(PROGRAMS) $(bindir)
	cp -R share/medi/. $(datadir)/medi
	install -m 644 $(MANUALS) $(datadir)/man/man1
	for tool in $(TOOLS); do \
	    install -m 644 completions/$$tool.bash $(datadir)/bash-completion/completions/$$tool; \
	    install -m 644 completions/$$tool.zsh $(datadir)/zsh/site-functions/_$$tool; \
	    install -m 644 completions/$$tool.fish $(datadir)/fish/vendor_completions.d/$$tool.fish; done
	for lang in $(LANGS); do install -d $(datadir)/locale/$$lang/LC_MESSAGES; \
	    install -m 644 $(BUILD)/share/locale/$$lang/LC_MESSAGES/medi.mo $(datadir)/locale/$$lang/LC_MESSAGES; done
	install -m 644 README.md NEWS.md LICENSE share/doc/TUTORIAL.zh.md share/doc/STOREROOM.zh.md $(datadir)/doc/medi
	install -m 644 share/cron/* $(datadir)/doc/medi/cron
uninstall:
	rm -f $(TOOLS:%=$(bindir)/%) $(TOOLS:%=$(datadir)/man/man1/%.1)
	rm -f $(TOOLS:%=$(datadir)/bash-completion/completions/%) $(TOOLS:%=$(datadir)/zsh/site-functions/_%) \
	    $(TOOLS:%=$(datadir)/fish/vendor_completions.d/%.fish)
	rm -f $(LANGS:%=$(datadir)/locale/%/LC_MESSAGES/medi.mo)
	rm -rf $(datadir)/medi $(datadir)/doc/medi

DIST := medi-$(VERSION)
dist:
	@mkdir -p $(BUILD)
	git archive --prefix=$(DIST)/ -o $(BUILD)/$(DIST).tar.gz HEAD
# the archive builds, tests itself, installs, works where it was installed, and leaves nothing behind
distcheck: dist
	rm -rf $(BUILD)/distcheck && mkdir -p $(BUILD)/distcheck
	tar -xzf $(BUILD)/$(DIST).tar.gz -C $(BUILD)/distcheck
	$(MAKE) -C $(BUILD)/distcheck/$(DIST) all unit
	$(MAKE) -C $(BUILD)/distcheck/$(DIST) install PREFIX=/usr DESTDIR=$(abspath $(BUILD)/distcheck/installed)
	$(BUILD)/distcheck/installed/usr/bin/medi-db kinds visits >/dev/null
	$(MAKE) -C $(BUILD)/distcheck/$(DIST) uninstall PREFIX=/usr DESTDIR=$(abspath $(BUILD)/distcheck/installed)
	test -z "$$(find $(BUILD)/distcheck/installed ! -type d)"
