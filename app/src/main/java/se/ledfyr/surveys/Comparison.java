package se.ledfyr.surveys;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which answers of different years can stand beside each other, as the editions themselves say.
public final class Comparison {

    /// Columns of the published views that are made of other answers than the one they are named after. What is not
    /// here and not a question is about no question: the organisation, the year.
    private static final Map<String, List<String>> MADE_OF = Map.ofEntries(
            Map.entry("contact_kind", List.of("contact")),
            Map.entry("form", List.of("forms")),
            Map.entry("form_count", List.of("forms")),
            Map.entry("relative_form_count", List.of("relative_forms")),
            Map.entry("age_known", List.of("age_years")),
            Map.entry("authorities_answered", List.of("authorities_contacted")),
            Map.entry("authority_count", List.of("authorities_contacted")),
            Map.entry("identified", List.of("identified_by")),
            Map.entry("time_answered", List.of("time_to_support")),
            Map.entry("need", List.of("needs")),
            Map.entry("need_count", List.of("needs")),
            Map.entry("needs_answered", List.of("needs")),
            Map.entry("met_by_authority_count", List.of("met_by_authority")),
            Map.entry("met_by_civil_society_count", List.of("met_by_civil_society")),
            Map.entry("met_count", List.of("met_by_authority", "met_by_civil_society")),
            Map.entry("met_by_nobody_count", List.of("needs", "met_by_authority", "met_by_civil_society")),
            Map.entry("children_place", List.of("has_children", "children_place")),
            Map.entry("crime_count", List.of("crimes")),
            Map.entry("status_count", List.of("legal_status")),
            Map.entry("permit_kind", List.of("permit_granted", "residence_status")),
            Map.entry("only_one", List.of("origin_country")),
            Map.entry("europe", List.of("origin_region")),
            Map.entry("exposure_shown", List.of("exposure")));

    private final List<Edition> editions;

    public Comparison(Editions editions) {
        this.editions = editions.list();
    }

    /// Of the editions in the program, without a database.
    public static Comparison delivered() {
        return new Comparison(Editions.delivered());
    }

    /// Why two years cannot stand beside each other.
    ///
    /// @param year the later of the two
    /// @param question its key
    /// @param wording what is or was asked
    /// @param reason in the words of the edition; empty texts where there is nothing more to say
    public record Break(Kind kind, int year, String question, Worded wording, Worded reason) {

        /// What happened.
        public enum Kind {
            /// Nobody asked it before this year.
            NEW,
            /// It is asked otherwise from this year on.
            CHANGED,
            /// It is asked no longer.
            ENDED,
            /// There are no answers of the years before.
            NO_ANSWERS;

            /// The part of a message key that names it: `no-answers`.
            public String slug() {
                return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            }
        }
    }

    /// The questions whose answers a column of the published views repeats or is made of; none for other columns.
    public Set<String> questionsOf(String column) {
        Set<String> found = new LinkedHashSet<>();
        MADE_OF.getOrDefault(column, List.of(column)).stream()
                .filter(key ->
                        editions.stream().anyMatch(edition -> edition.find(key).isPresent()))
                .forEach(found::add);
        return found;
    }

    /// Whether a question was asked in a year on at least one of the forms. Of a year without an edition nobody knows.
    public boolean isAsked(Collection<SurveyForm> forms, int year, String question) {
        List<Edition> ofYear = editions.stream()
                .filter(edition -> forms.contains(edition.form()) && edition.year() == year)
                .toList();
        return ofYear.isEmpty()
                || ofYear.stream().anyMatch(edition -> edition.find(question).isPresent());
    }

    /// What keeps the answers of two years apart, on any of the forms that ask it; nothing when they mean the same.
    ///
    /// @param earlier before `later`
    public Optional<Break> between(Collection<SurveyForm> forms, String question, int earlier, int later) {
        return Arrays.stream(SurveyForm.values())
                .filter(forms::contains)
                .flatMap(form -> between(form, question, earlier, later).stream())
                .findFirst();
    }

    private Optional<Break> between(SurveyForm form, String question, int earlier, int later) {
        List<Edition> ofForm =
                editions.stream().filter(edition -> edition.form() == form).toList();
        if (ofForm.stream().noneMatch(edition -> edition.find(question).isPresent())) {
            return Optional.empty();
        }
        for (Edition edition : ofForm) {
            if (edition.year() > earlier && edition.year() <= later) {
                Optional<Break> found = at(ofForm, edition, question);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Break> at(List<Edition> ofForm, Edition edition, String question) {
        Worded nothing = new Worded("", "");
        Optional<Edition> before = Continuity.before(ofForm, edition);
        Optional<Question> now = edition.find(question);
        if (before.isEmpty()) {
            return now.map(asked ->
                    new Break(Break.Kind.NO_ANSWERS, edition.year(), question, asked.wording(), edition.earlier()));
        }
        if (now.isEmpty()) {
            return before.get()
                    .find(question)
                    .filter(asked -> ofForm.stream().noneMatch(each -> isAskedLater(each, edition, question)))
                    .map(asked -> new Break(Break.Kind.ENDED, edition.year(), question, asked.wording(), nothing));
        }
        Question asked = now.get();
        if (asked.isNew()) {
            return Optional.of(new Break(Break.Kind.NEW, edition.year(), question, asked.wording(), nothing));
        }
        return Optional.ofNullable(asked.breaks())
                .map(why -> new Break(Break.Kind.CHANGED, edition.year(), question, asked.wording(), why));
    }

    /// Another revision of the same year may still ask it.
    private static boolean isAskedLater(Edition each, Edition edition, String question) {
        return each.year() == edition.year() && each.find(question).isPresent();
    }

    /// The years that there are editions for, the oldest first.
    public List<Integer> years() {
        return editions.stream()
                .map(Edition::year)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
