package se.ledfyr.permits.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.pages.Option;
import se.ledfyr.pages.Texts;
import se.ledfyr.permits.Applicant;
import se.ledfyr.permits.Application;
import se.ledfyr.permits.Permit;
import se.ledfyr.permits.Question;
import se.ledfyr.permits.Saying;

/// Codes, organisations and days in the reader's words, and what can be chosen in forms.
///
/// Public for the templates alone.
public final class Words {

    private final Texts texts;
    private final CodeBook codes;
    private final LocalDate today;
    private final Map<OrganisationId, String> organisations;

    Words(Texts texts, CodeBook codes, LocalDate today, Map<OrganisationId, String> organisations) {
        this.texts = texts;
        this.codes = codes;
        this.today = today;
        this.organisations = organisations;
    }

    public LocalDate today() {
        return today;
    }

    public Locale language() {
        return texts.language();
    }

    /// What to print for a code.
    public String label(String list, String code) {
        return codes.label(list, code, language());
    }

    public String applicant(Applicant applicant) {
        return label("betanketid_applicant", applicant.code());
    }

    /// The name of an organisation that takes part, also when it no longer does so under that name.
    public String organisation(OrganisationId id) {
        return organisations.getOrDefault(id, texts.get("permits.organisation.former"));
    }

    /// Who applied: the municipality's board where it is known, and who wrote it down where that is somebody else.
    public String whoApplied(Application application) {
        String municipality = application.municipality();
        return municipality == null
                ? applicant(application.applicant())
                : applicant(application.applicant()) + ", " + label("municipality", municipality);
    }

    /// How many days are left, in words.
    public String left(Application application) {
        Application.Period period = application.period();
        if (period == null) {
            return "–";
        }
        long days = period.daysLeft(today);
        return days < 0
                ? texts.get("permits.left.over")
                : days == 0 ? texts.get("permits.left.today") : texts.count("permits.left.days", days);
    }

    /// From when to when a permit holds, as far as is known.
    public String time(Permit permit) {
        LocalDate from = permit.from();
        LocalDate to = permit.to();
        String first = from == null ? texts.get("permits.from-unknown") : from.toString();
        return to == null ? texts.get("permits.from-on", first) : first + " – " + to;
    }

    /// The codes of a list as options.
    public List<Option> of(String list, @Nullable String chosen) {
        return codes.list(list, today).stream()
                .map(code -> new Option(
                        code.code(), code.label(language()), code.code().equals(chosen)))
                .toList();
    }

    /// The answers to a question as options.
    public List<Option> answers(Question question, String chosen) {
        return question.answers().stream()
                .map(answer -> new Option(
                        answer.code(),
                        answer.text().in(language()),
                        answer.code().equals(chosen)))
                .toList();
    }

    /// How the tag of a saying looks.
    public String tone(Saying.Kind kind) {
        return switch (kind) {
            case OPENS -> " final";
            case UNSURE -> " preliminary";
            case HINDERS -> " late";
            case APPLIES -> "";
        };
    }

    /// Some applicants as options.
    public List<Option> applicants(List<Applicant> parts, String chosen) {
        return parts.stream()
                .map(one -> new Option(one.code(), applicant(one), one.code().equals(chosen)))
                .toList();
    }

    /// Yes and no.
    public List<Option> yesNo(String chosen) {
        return List.of(
                new Option("yes", texts.get("permits.yes"), chosen.equals("yes")),
                new Option("no", texts.get("permits.no"), chosen.equals("no")));
    }

    /// Granted and refused.
    public List<Option> decisions(String chosen) {
        return of("permit_decision", chosen);
    }

    boolean isCode(String list, String code) {
        return isCode(list, code, today);
    }

    boolean isCode(String list, String code, LocalDate day) {
        return codes.isValid(list, code, day);
    }
}
