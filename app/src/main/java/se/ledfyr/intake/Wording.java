package se.ledfyr.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.ledfyr.filing.FilingOutcome.Conflict;
import se.ledfyr.pages.Languages;
import se.ledfyr.pages.Texts;

/// Faults in words.
public final class Wording {

    private static final Pattern OF_YEAR = Pattern.compile("([a-z_]+)_([0-9]{4})");

    private final Texts texts;

    public Wording(Texts texts) {
        this.texts = texts;
    }

    /// The words without the rest of the application, for commands that must start fast.
    ///
    /// @param language `sv` or `en`
    /// @throws IllegalArgumentException for another language
    public static Wording in(String language) {
        return new Wording(Languages.ofModule("intake", java.util.Locale.of(language)));
    }

    public String of(Problem problem) {
        return texts.get(problem.key(), problem.arguments().toArray());
    }

    /// The text of a key with its arguments.
    public String text(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    /// What a kind of file is called; a questionnaire's by its form and year.
    ///
    /// @param name of the kind
    public String kind(String name) {
        return kind("intake.kind.", name);
    }

    /// The same for another family of texts.
    ///
    /// @param keys what stands before the name in their keys
    public String kind(String keys, String name) {
        Matcher ofYear = OF_YEAR.matcher(name);
        return ofYear.matches() ? texts.get(keys + ofYear.group(1), ofYear.group(2)) : texts.get(keys + name);
    }

    public String of(Conflict conflict) {
        return texts.get(
                switch (conflict.reason()) {
                    case EVENT_ELSEWHERE -> "intake.conflict.event";
                    case ANOTHER_IN_THE_YEAR -> "intake.conflict.year";
                    case NO_OFFICE -> "intake.conflict.no-office";
                    case NO_KEEPER -> "intake.conflict.no-keeper";
                    case NOT_KEPT_HERE -> "intake.conflict.not-kept-here";
                    case LINK_MISSING -> "intake.conflict.link-missing";
                    case LINK_DIFFERS -> "intake.conflict.link-differs";
                    case NO_SUCH_MEMBER -> "intake.conflict.no-such-member";
                    case NAMES_ANOTHER -> "intake.conflict.names-another";
                    case OTHER_FORM -> "intake.conflict.other-form";
                    case EARLIER_REVISION -> "intake.conflict.earlier-revision";
                    case GUARDIAN_MISSING -> "intake.conflict.guardian-missing";
                    case PERIOD_OVERLAPS -> "intake.conflict.period-overlaps";
                },
                conflict.detail());
    }
}
