package se.ledfyr.justice.web;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ledfyr.justice.Evidence;
import se.ledfyr.justice.NewClaim;
import se.ledfyr.methods.wages.HourKind;
import se.ledfyr.methods.wages.Pay;
import se.ledfyr.methods.wages.Rate;
import se.ledfyr.methods.wages.Settled;
import se.ledfyr.methods.wages.Work;

/// Reads the lines of wage claims from forms. Each field may have a word in front of its name, so that
/// several lines fit in one form.
record ClaimReader(Form form, Words words) {

    private static final int MOST_HOLIDAY_PAY = 10_000;

    @Nullable
    NewClaim claim() {
        String employer = form.text("employer", NewClaim.MAX_EMPLOYER, false);
        Integer holiday = form.hundredths("holiday_pay", true);
        if (holiday != null && holiday > MOST_HOLIDAY_PAY) {
            form.wrong("holiday_pay", "justice.error.percent");
        }
        String source = form.text("holiday_source", NewClaim.MAX_SOURCE, true);
        return form.isRight() && holiday != null && source != null ? new NewClaim(employer, holiday, source) : null;
    }

    /// A rate of a kind that was chosen.
    @Nullable
    Rate rate() {
        HourKind kind = kind(form.one("rate_kind")).orElse(null);
        if (kind == null) {
            form.wrong("rate_kind", "justice.error.choose");
            return null;
        }
        return rate("rate_", kind, true);
    }

    /// A rate whose amount stands in `prefix` with `amount` or `percent`; null when neither is needed
    /// or there.
    @Nullable
    Rate rate(String prefix, HourKind kind, boolean required) {
        boolean part =
                kind != HourKind.ORDINARY && !form.one(prefix + "percent").isEmpty();
        if (!required && !part && form.one(prefix + "amount").isEmpty()) {
            return null;
        }
        Pay pay = part ? part(prefix + "percent") : amount(prefix + "amount");
        if (part && !form.one(prefix + "amount").isEmpty()) {
            form.wrong(prefix + "percent", "justice.error.one-of");
        }
        LocalDate from = form.day("rate_from", true);
        LocalDate to = form.day("rate_to", true);
        if (from != null && to != null && to.isBefore(from)) {
            form.wrong("rate_to", "justice.error.order");
        }
        String source = form.text("rate_source", NewClaim.MAX_SOURCE, true);
        return form.isRight() && pay != null && from != null && to != null && source != null
                ? new Rate(kind, from, to, pay, source)
                : null;
    }

    private @Nullable Pay amount(String field) {
        Long ore = form.ore(field, true);
        if (ore != null && (ore < 1 || ore > 10_000_000)) {
            form.wrong(field, "justice.error.money");
            return null;
        }
        return ore == null ? null : new Pay.PerHour(ore);
    }

    private @Nullable Pay part(String field) {
        Integer hundredths = form.hundredths(field, true);
        if (hundredths != null && hundredths < 1) {
            form.wrong(field, "justice.error.percent");
            return null;
        }
        return hundredths == null ? null : new Pay.OfOrdinary(hundredths);
    }

    /// Hours in the days between two fields.
    ///
    /// @param suffix what ends the names of the hours' fields
    @Nullable
    Work work(String suffix) {
        LocalDate from = form.day("work_from", true);
        LocalDate to = form.past("work_to", true, words.today());
        if (from != null && to != null && to.isBefore(from)) {
            form.wrong("work_to", "justice.error.order");
        }
        int ordinary = form.minutes("ordinary" + suffix);
        int overtime = form.minutes("overtime" + suffix);
        int unsocial = form.minutes("unsocial" + suffix);
        if (form.isRight() && ordinary + overtime == 0) {
            form.wrong("ordinary" + suffix, "justice.error.hours");
        }
        if (form.isRight() && unsocial > ordinary + overtime) {
            form.wrong("unsocial" + suffix, "justice.error.unsocial");
        }
        return form.isRight() && from != null && to != null ? new Work(from, to, ordinary, overtime, unsocial) : null;
    }

    /// An amount of a kind; null when nothing was sent and nothing is required.
    @Nullable
    Settled settled(String field, Settled.Kind kind, boolean required) {
        Long ore = form.ore(field, required);
        if (ore == null) {
            return null;
        }
        if (ore < 1) {
            if (required) {
                form.wrong(field, "justice.error.money");
            }
            return null;
        }
        return new Settled(kind, ore);
    }

    @Nullable
    Evidence evidence() {
        String kind = form.code("evidence_kind", "wage_evidence", words);
        String what = form.text("evidence_what", Evidence.MAX_WHAT, true);
        String place = form.text("evidence_place", Evidence.MAX_OTHER, false);
        String seenBy = form.text("evidence_seen_by", Evidence.MAX_OTHER, false);
        LocalDate seenOn = form.past("evidence_seen_on", false, words.today());
        return form.isRight() && what != null ? new Evidence(kind, what, place, seenBy, seenOn) : null;
    }

    static Optional<HourKind> kind(String sent) {
        for (HourKind kind : HourKind.values()) {
            if (kind.name().equals(sent)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    static Optional<Settled.Kind> settledKind(String sent) {
        for (Settled.Kind kind : Settled.Kind.values()) {
            if (kind.name().equals(sent)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
