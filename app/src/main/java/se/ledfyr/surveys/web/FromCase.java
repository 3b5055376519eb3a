package se.ledfyr.surveys.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.Facts;
import se.ledfyr.casework.Registrations;
import se.ledfyr.casework.Route;
import se.ledfyr.justice.Crime;
import se.ledfyr.justice.Report;
import se.ledfyr.justice.Reports;
import se.ledfyr.justice.StatusEntry;
import se.ledfyr.needs.Need;
import se.ledfyr.needs.NeedState;
import se.ledfyr.needs.Needs;
import se.ledfyr.pages.Texts;
import se.ledfyr.surveys.Answer;
import se.ledfyr.surveys.Answers;
import se.ledfyr.surveys.Contacts;
import se.ledfyr.surveys.Question;
import se.ledfyr.surveys.Questionnaire;
import se.ledfyr.surveys.SurveyForm;

/// Answers to a questionnaire out of an own case: its registration, its needs, its reports to the police. What the case
/// does not say, or says in a way that is no answer, stays unanswered.
@Component
class FromCase {

    private static final String ALL = "all_of_above";

    private final Registrations registrations;
    private final Needs needs;
    private final Reports reports;
    private final Contacts contacts;

    FromCase(Registrations registrations, Needs needs, Reports reports, Contacts contacts) {
        this.registrations = registrations;
        this.needs = needs;
        this.reports = reports;
        this.contacts = contacts;
    }

    static SurveyForm formOf(CaseFile file) {
        return file.route() == Route.ADULT ? SurveyForm.ADULT : SurveyForm.CHILD;
    }

    Answers answers(CaseFile file, Questionnaire questionnaire) {
        int year = questionnaire.edition().year();
        Map<String, Answer> said = new LinkedHashMap<>();
        if (file.identifiedOn().getYear() == year) {
            one(said, "contact", "new_" + year);
        } else if (file.identifiedOn().getYear() < year) {
            one(said, "contact", "carried_over");
        }
        one(said, "exposure", "direct");
        if (file.registration() != null) {
            registered(said, registrations.get(file.registration()).facts(), year);
        }
        needed(said, file);
        if (questionnaire.edition().form() == SurveyForm.ADULT) {
            reported(said, reports.listOf(file.id()));
        }
        return right(new Answers(said), questionnaire);
    }

    /// What is said beside each question: that it came from the case, or that the case does not have it.
    Map<String, String> marks(Questionnaire questionnaire, Answers answers, Texts texts) {
        Map<String, String> marks = new LinkedHashMap<>();
        for (Question question : questionnaire.edition().questions()) {
            boolean has = answers.has(question.key());
            marks.put(question.key(), texts.get(has ? "contacts.from-case.mark" : "contacts.from-case.missing"));
        }
        return marks;
    }

    private static void registered(Map<String, Answer> said, Facts facts, int year) {
        one(said, "sex", facts.sex());
        one(said, "origin_country", facts.citizenship());
        several(said, "forms", facts.forms());
        one(said, "began", facts.began());
        one(said, "setting", setting(facts.setting()));
        one(said, "identified_by", facts.referredBy());
        if (facts.birthYear() != null && facts.ageGroup().equals("child")) {
            said.put("age_years", new Answer.Number(year - facts.birthYear()));
        }
    }

    private static @Nullable String setting(@Nullable String setting) {
        return setting == null || setting.equals("both") ? setting : setting + "_only";
    }

    /// The needs of the person, not of children that have needs of their own.
    private void needed(Map<String, Answer> said, CaseFile file) {
        List<Need> found = needs.listOf(file.id()).stream()
                .filter(need -> need.child() == null && need.state() != NeedState.STRUCK)
                .toList();
        several(said, "needs", types(found));
        several(
                said,
                "met_by_authority",
                types(found.stream().filter(Need::metByAuthority).toList()));
        several(
                said,
                "met_by_civil_society",
                types(found.stream().filter(Need::metByCivilSociety).toList()));
        found.stream()
                .map(Need::firstHelpOn)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .ifPresent(first -> one(said, "time_to_support", band(file.identifiedOn(), first)));
    }

    private static Set<String> types(List<Need> needs) {
        Set<String> types = needs.stream().map(Need::type).collect(Collectors.toCollection(TreeSet::new));
        return types.contains(ALL) ? Set.of(ALL) : types;
    }

    private static String band(LocalDate from, LocalDate to) {
        if (!to.isAfter(from.plusWeeks(1))) {
            return "within_week";
        }
        return to.isAfter(from.plusMonths(1)) ? "longer" : "within_month";
    }

    private static void reported(Map<String, Answer> said, List<Report> reports) {
        if (reports.isEmpty()) {
            return;
        }
        said.put("police_reports", new Answer.Number(reports.size()));
        several(
                said,
                "crimes",
                reports.stream()
                        .flatMap(report -> report.crimes().stream())
                        .map(Crime::crime)
                        .toList());
        several(
                said,
                "legal_status",
                reports.stream()
                        .map(Report::now)
                        .filter(Objects::nonNull)
                        .map(StatusEntry::status)
                        .toList());
    }

    /// Leaves out what is no answer in this questionnaire, until the rest can be saved.
    private static Answers right(Answers said, Questionnaire questionnaire) {
        Answers left = said;
        Set<String> faulty = faulty(left, questionnaire);
        while (!faulty.isEmpty()) {
            for (String question : faulty) {
                left = left.without(question);
            }
            faulty = faulty(left, questionnaire);
        }
        return left;
    }

    private static Set<String> faulty(Answers answers, Questionnaire questionnaire) {
        return questionnaire.checkDraft(answers).stream()
                .map(fault -> fault.question())
                .collect(Collectors.toSet());
    }

    private static void one(Map<String, Answer> said, String question, @Nullable String code) {
        if (code != null && !code.isEmpty()) {
            said.put(question, Answer.Codes.of(code));
        }
    }

    private static void several(Map<String, Answer> said, String question, Collection<String> codes) {
        if (!codes.isEmpty()) {
            said.put(question, Answer.Codes.of(codes));
        }
    }
}
