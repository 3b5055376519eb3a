package se.ledfyr.returns.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.codes.Codes;
import se.ledfyr.returns.Information;
import se.ledfyr.returns.NewCost;
import se.ledfyr.returns.Terms;

/// Reads what one application or a whole group have in common.
@Component
class TermsReader {

    /// Lines of a plan of costs in the form of a group.
    static final int COST_LINES = 4;

    private static final int MOST_PERSONS = 1_000;

    private final Codes codes;
    private final WordMaker words;

    TermsReader(Codes codes, WordMaker words) {
        this.codes = codes;
        this.words = words;
    }

    /// @param tells whether somebody is told, and consent therefore needed
    /// @return empty when something is missing, which then stands in the form's errors
    Optional<Terms> read(ReturnForm form, boolean tells) {
        LocalDate today = words.today();
        code(form, "country", "country", "returns.error.country");
        Set<String> about = new LinkedHashSet<>(form.all("told_about"));
        if (about.isEmpty()
                || !about.stream().allMatch(each -> codes.book().isValid("return_information", each, today))) {
            form.wrong("told_about", "returns.error.told-about");
        }
        code(form, "told_language", "language", "returns.error.language");
        code(form, "told_interpreter", "interpreter", "returns.error.interpreter");
        @Nullable LocalDate toldOn = form.requiredDay("told_on").orElse(null);
        notAhead(form, "told_on", toldOn, today);
        @Nullable LocalDate applied = form.day("applied_on");
        notAhead(form, "applied_on", applied, today);
        @Nullable LocalDate exit = form.day("exit_deadline");
        if (exit != null && exit.isBefore(today)) {
            form.wrong("exit_deadline", "returns.error.exit-behind");
        }
        @Nullable LocalDate planned = form.day("planned_departure");
        @Nullable String how = tells ? consent(form) : null;
        if (!form.isFine() || toldOn == null) {
            return Optional.empty();
        }
        return Optional.of(new Terms(
                form.one("country"),
                new Information(toldOn, about, form.one("told_language"), form.one("told_interpreter")),
                applied,
                exit,
                planned,
                how));
    }

    /// How consent was given when it is written down now; null when it was given before.
    private @Nullable String consent(ReturnForm form) {
        return switch (form.one("consent")) {
            case "known" -> null;
            case "written", "spoken" -> form.one("consent");
            default -> {
                form.wrong("consent", "returns.error.consent");
                yield null;
            }
        };
    }

    /// The lines of the plan of costs that were filled in.
    List<NewCost> costs(ReturnForm form, int chosen) {
        List<NewCost> costs = new ArrayList<>();
        for (int line = 1; line <= COST_LINES; line++) {
            String prefix = "cost" + line + "_";
            if (!form.one(prefix + "unit").isEmpty()
                    || !form.one(prefix + "what").isEmpty()) {
                cost(form, prefix, chosen).ifPresent(costs::add);
            }
        }
        return costs;
    }

    /// One line of a plan of costs.
    ///
    /// @param otherwise for how many when nobody says
    Optional<NewCost> cost(ReturnForm form, String prefix, int otherwise) {
        code(form, prefix + "what", "return_cost", "returns.error.cost");
        long ore = form.ore(prefix + "unit");
        int persons = form.one(prefix + "persons").isEmpty() && otherwise > 0
                ? otherwise
                : form.whole(prefix + "persons", 1, MOST_PERSONS);
        boolean fine = form.errors().keySet().stream().noneMatch(field -> field.startsWith(prefix));
        if (fine && ore > 100_000_000_000L) {
            form.wrong(prefix + "unit", "returns.error.amount");
            return Optional.empty();
        }
        return fine ? Optional.of(new NewCost(form.one(prefix + "what"), ore, persons)) : Optional.empty();
    }

    void code(ReturnForm form, String field, String list, String key) {
        CodeBook book = codes.book();
        if (!book.isValid(list, form.one(field), words.today())) {
            form.wrong(field, key);
        }
    }

    private static void notAhead(ReturnForm form, String field, @Nullable LocalDate day, LocalDate today) {
        if (day != null && day.isAfter(today)) {
            form.wrong(field, "returns.error.ahead");
        }
    }
}
