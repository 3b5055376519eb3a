package se.ledfyr.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import se.ledfyr.surveys.Answer;
import se.ledfyr.surveys.Answers;
import se.ledfyr.surveys.Edition;
import se.ledfyr.surveys.Fault;
import se.ledfyr.surveys.Question;
import se.ledfyr.surveys.Questionnaire;

/// Invented answers to a questionnaire of any year: half answered where real ones are, the same in every demo. A
/// question that this class does not know is answered with whatever can be chosen.
final class DemoAnswers {

    private static final Locale SWEDISH = Locale.of("sv");

    /// What is answered and how often; nothing before the colon is no answer, and `several` draws more than one.
    private static final Map<String, String> SAID = Map.ofEntries(
            Map.entry("exposure", "direct:9,indirect:1"),
            Map.entry("setting", "offline_only:6,both:3,online_only:1,:3"),
            Map.entry("began", "work_recruitment:4,stranger:3,partner:2,social_media:2,acquaintance:2,debt:1,:2"),
            Map.entry(
                    "authorities_contacted",
                    "social_services:5,police:5,migration_agency:3,regional_coordinator:3,health_care:3,"
                            + "border_police:2,detention:2,:2"),
            Map.entry(
                    "identified_by",
                    "regional_coordinator:4,member_organisation:4,self:2,police:2,social_services:1,volunteer:1,:2"),
            Map.entry("time_to_support", "within_week:4,within_month:3,longer:4,not_given:1,:3"),
            Map.entry(
                    "needs",
                    "legal_advice:4,safe_housing:4,psychological:3,advice_information:3,basic:3,authority_contact:2,"
                            + "health_care_contact:2,financial:2,interpretation:2"),
            Map.entry(
                    "why_civil_society",
                    "no_public_support:6,public_support_insufficient:5,did_not_dare:4,public_support_ended:1,:3"),
            Map.entry("has_children", "true:2,false:4,:3"),
            Map.entry("children_place", "with_guardian:3,home_country:2,elsewhere:1,:1"),
            Map.entry("police_reports", "0:3,1:5,2:1,:4"),
            Map.entry("crimes", "human_exploitation:4,thb:3,procuring:2,:5"),
            Map.entry(
                    "legal_status", "no_report_made:4,investigation_ongoing:4,investigation_closed:3,prosecuted:1,:5"),
            Map.entry("convicted_for", ""),
            Map.entry("rights_met", "true:2,false:3,:5"),
            Map.entry("permit_granted", "true:1,false:3,:4"),
            Map.entry("residence_status", "undocumented:3,asylum_seeker:2,eu_citizen_no_right:2,:6"),
            Map.entry("reflection_granted", "true:1,false:4,:6"),
            Map.entry("social_services_interventions", "none:3,advice_information:2,basic:1,:2"),
            Map.entry("own_police_report", "true:1,false:2,:1"),
            Map.entry("asylum_seeker", "true:1,false:3,:1"));

    private static final String[][] COUNTRIES = {
        {"NG", "africa"},
        {"RO", "eu"},
        {"UA", "europe_non_eu"},
        {"TH", "asia"},
        {"SE", "eu"},
        {"CO", "south_america"},
        {"VN", "asia"},
        {"BG", "eu"},
        {"MA", "africa"}
    };

    private final Questionnaire questionnaire;
    private final RandomGenerator random;

    DemoAnswers(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom")
                .create(questionnaire.edition().id().hashCode());
    }

    /// Somebody whom an organisation met.
    ///
    /// @param sexes how often which, like `female:3,male:1`
    /// @param forms what they were exploited for, likewise
    /// @param group the group case they belong to; empty for none
    /// @param guardian the exploited adult a child belongs to; null for none
    record Met(
            String sexes,
            String forms,
            String group,
            @Nullable UUID guardian) {}

    /// Answers without anything that cannot be.
    Answers draw(Met met) {
        Answers answers = Answers.NONE;
        for (Question question : questionnaire.edition().questions()) {
            Answer answer = answer(question, met, answers);
            if (answer != null) {
                answers = answers.with(question.key(), answer);
            }
        }
        List<Fault> faults = questionnaire.checkDraft(answers);
        while (!faults.isEmpty()) {
            answers = answers.without(faults.getFirst().question());
            faults = questionnaire.checkDraft(answers);
        }
        return answers;
    }

    private @Nullable Answer answer(Question question, Met met, Answers before) {
        if (!questionnaire.isShown(question, before)) {
            return null;
        }
        return switch (question.key()) {
            case "contact" -> code(choice(question, random.nextInt(4) == 0 ? 1 : 0));
            case "sex" -> code(one(met.sexes()));
            case "forms", "relative_forms" -> code(one(met.forms()));
            case "origin_country" ->
                random.nextInt(5) == 0 ? null : code(COUNTRIES[random.nextInt(COUNTRIES.length)][0]);
            case "origin_region" ->
                before.codes("origin_country").stream()
                        .findFirst()
                        .map(DemoAnswers::region)
                        .orElse(null);
            case "met_by_authority" -> some(before.codes("needs"), 30);
            case "met_by_civil_society" -> some(before.codes("needs"), 60);
            case "guardian_id" -> met.guardian() == null ? null : new Answer.Link(met.guardian());
            case "age_years" -> new Answer.Number(random.nextInt(18));
            case "group_case" -> met.group().isEmpty() ? null : new Answer.Slug(met.group());
            default -> asSaid(question);
        };
    }

    private @Nullable Answer asSaid(Question question) {
        String said = SAID.get(question.key());
        return switch (question.type()) {
            case ONE, COUNTRY -> code(said == null ? any(question) : one(said));
            case MANY -> several(question, said);
            case YES_NO -> yesNo(said == null ? "true:1,false:1,:1" : said);
            case NUMBER -> number(said == null ? "0:2,1:2,2:1,:2" : said);
            case SLUG, CONTACT -> null;
        };
    }

    private @Nullable Answer several(Question question, @Nullable String said) {
        SortedSet<String> codes = new TreeSet<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            String drawn = said == null ? any(question) : one(said);
            if (!drawn.isEmpty()) {
                codes.add(drawn);
            }
        }
        return codes.isEmpty() ? null : Answer.Codes.of(codes);
    }

    private @Nullable Answer yesNo(String said) {
        String drawn = one(said);
        return drawn.isEmpty() ? null : new Answer.YesNo(drawn.equals("true"));
    }

    private @Nullable Answer number(String said) {
        String drawn = one(said);
        return drawn.isEmpty() ? null : new Answer.Number(Integer.parseInt(drawn));
    }

    private @Nullable Answer some(Iterable<String> all, int percent) {
        List<String> codes = new ArrayList<>();
        for (String code : all) {
            if (random.nextInt(100) < percent) {
                codes.add(code);
            }
        }
        return codes.isEmpty() ? null : Answer.Codes.of(codes);
    }

    private static @Nullable Answer region(String country) {
        for (String[] each : COUNTRIES) {
            if (each[0].equals(country)) {
                return code(each[1]);
            }
        }
        return null;
    }

    private static @Nullable Answer code(String code) {
        return code.isEmpty() ? null : Answer.Codes.of(code);
    }

    private String choice(Question question, int place) {
        List<Questionnaire.Choice> all = questionnaire.choices(question, SWEDISH);
        return all.get(Math.min(place, all.size() - 1)).code();
    }

    private String any(Question question) {
        int all = questionnaire.choices(question, SWEDISH).size();
        return question.required() || random.nextInt(3) > 0 ? choice(question, random.nextInt(all)) : "";
    }

    /// One of `code:weight,code:weight`.
    private String one(String said) {
        String[] parts = said.split(",");
        int all = 0;
        for (String part : parts) {
            all += weight(part);
        }
        int left = all == 0 ? 0 : random.nextInt(all);
        for (String part : parts) {
            left -= weight(part);
            if (left < 0) {
                return part.substring(0, part.indexOf(':'));
            }
        }
        return "";
    }

    private static int weight(String part) {
        return part.isEmpty() ? 0 : Integer.parseInt(part.substring(part.indexOf(':') + 1));
    }

    Edition edition() {
        return questionnaire.edition();
    }

    /// Whether a contact with these answers can be sent.
    boolean isWhole(Answers answers) {
        return questionnaire.check(answers).isEmpty();
    }
}
