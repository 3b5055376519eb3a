package se.ledfyr.permits.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.ledfyr.permits.Applicant;
import se.ledfyr.permits.Application;
import se.ledfyr.permits.Applications;
import se.ledfyr.permits.Decision;
import se.ledfyr.permits.Extension;
import se.ledfyr.permits.NewApplication;
import se.ledfyr.permits.NewPermit;
import se.ledfyr.permits.Permit;

/// Reads applications, decisions and permits out of forms. Each answers nothing when something is wrong, and the form
/// then says what.
@Component("permitApplicationReader")
class ApplicationReader {

    private static final String GRANTED = "granted";

    private final Applications applications;

    ApplicationReader(Applications applications) {
        this.applications = applications;
    }

    Optional<NewApplication> application(Form form, List<Applicant> parts, Words words) {
        LocalDate applied = form.past("applied_on", words.today());
        String applicant = form.one("applicant");
        if (parts.stream().noneMatch(part -> part.code().equals(applicant))) {
            form.wrong("applicant", "permits.error.choose");
        } else if (applied != null && !words.isCode("betanketid_applicant", applicant, applied)) {
            form.wrong("applied_on", "permits.error.applicant-then");
        }
        boolean board = applicant.equals(Applicant.SOCIAL_BOARD.code());
        String municipality = board ? form.one("municipality") : "";
        if (!municipality.isEmpty() && !words.isCode("municipality", municipality)) {
            form.wrong("municipality", "permits.error.choose");
        }
        String helped = form.one("helped");
        if (!helped.equals("yes") && !helped.equals("no")) {
            form.wrong("helped", "permits.error.choose");
        }
        String sex = form.code("sex", "sex", words);
        return form.isRight() && applied != null
                ? Optional.of(new NewApplication(
                        Applicant.of(applicant),
                        municipality.isEmpty() ? null : municipality,
                        helped.equals("yes"),
                        sex,
                        applied))
                : Optional.empty();
    }

    /// Where no last day is given it is the one by the rule.
    Optional<Decision> decision(Form form, Application application, Words words) {
        String decision = form.code("decision", "permit_decision", words);
        LocalDate on = form.past("decided_on", words.today());
        if (on != null && on.isBefore(application.appliedOn())) {
            form.wrong("decided_on", "permits.error.before-applied");
        }
        if (!decision.equals(GRANTED)) {
            return form.isRight() && on != null ? Optional.of(new Decision.Refused(on)) : Optional.empty();
        }
        LocalDate start = form.day("start_on", true);
        LocalDate end = form.day("end_on", false);
        if (start != null && end != null && end.isBefore(start.plusDays(Decision.SHORTEST))) {
            form.wrong("end_on", "permits.error.too-short", Decision.SHORTEST);
        }
        return form.isRight() && on != null && start != null
                ? Optional.of(new Decision.Granted(on, start, end == null ? applications.endByRule(start) : end))
                : Optional.empty();
    }

    Optional<Extension> extension(Form form, Application application, Words words) {
        String asked = form.code("asked_by", "betanketid_applicant", words);
        String cause = form.code("cause", "extension_cause", words);
        LocalDate decided = form.past("extended_on", words.today());
        LocalDate until = form.day("until", true);
        Application.Period period = application.period();
        if (until != null && period != null && !until.isAfter(period.end())) {
            form.wrong("until", "permits.error.not-longer", period.end());
        }
        return form.isRight() && decided != null && until != null
                ? Optional.of(new Extension(Applicant.of(asked), cause, decided, until))
                : Optional.empty();
    }

    @Nullable
    LocalDate revocation(Form form, Application application) {
        LocalDate on = form.day("revoked_on", true);
        Application.Period period = application.period();
        if (on != null && period != null && (on.isBefore(period.start()) || on.isAfter(period.end()))) {
            form.wrong("revoked_on", "permits.error.outside");
        }
        return on;
    }

    Optional<NewPermit> permit(Form form, Words words) {
        String kind = form.code("kind", "residence_status", words);
        LocalDate from = form.day("from_on", false);
        LocalDate to = form.day("to_on", false);
        if (from != null && to != null && to.isBefore(from)) {
            form.wrong("to_on", "permits.error.order");
        }
        if (kind.equals(Permit.REFLECTION) && form.isRight() && (from == null || to == null)) {
            form.wrong(from == null ? "from_on" : "to_on", "permits.error.both-days");
        }
        String decidedBy = form.code("decided_by", "permit_authority", words);
        String source = form.code("source", "permit_source", words);
        return form.isRight() ? Optional.of(new NewPermit(kind, from, to, decidedBy, source)) : Optional.empty();
    }
}
