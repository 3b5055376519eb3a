package se.ledfyr.support.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ledfyr.support.MunicipalRefusal;
import se.ledfyr.support.Wish;

/// Reads what is applied for out of a form. The same fields whether somebody applies or the office writes it down.
final class WishReader {

    /// How many refusals can be written at once.
    static final int REFUSALS = 3;

    private WishReader() {}

    /// @return empty when something is wrong, which the form then says
    static Optional<Wish> read(Form form) {
        String applicant = form.code("applicant", "nsp_applicant");
        String region = form.code("region", "police_region");
        String ageGroup = form.code("age_group", "age_group");
        int children = form.number("children", 0, Wish.MOST_CHILDREN);
        String ground = form.code("ground_for", "eligibility_reason");
        Set<String> components = form.codes("components", "nsp_component", true);
        LocalDate appliedOn = form.past("applied_on");
        List<MunicipalRefusal> refusals = refusals(form, appliedOn);
        return form.isRight()
                ? Optional.of(new Wish(applicant, region, ageGroup, children, ground, components, appliedOn, refusals))
                : Optional.empty();
    }

    private static List<MunicipalRefusal> refusals(Form form, LocalDate appliedOn) {
        List<MunicipalRefusal> refusals = new ArrayList<>();
        for (int i = 1; i <= REFUSALS; i++) {
            String municipality = form.one("refused_by_" + i);
            if (municipality.isEmpty()) {
                if (!form.one("refused_why_" + i).isEmpty()) {
                    form.wrong("refused_by_" + i, "support.error.choose");
                }
                continue;
            }
            form.code("refused_by_" + i, "municipality");
            String why = form.code("refused_why_" + i, "decline_reason");
            String written = form.one("refused_written_" + i);
            @Nullable LocalDate on = form.dayOrNull("refused_on_" + i);
            if (written.isEmpty()) {
                form.wrong("refused_written_" + i, "support.error.choose");
            }
            if (on != null && on.isAfter(appliedOn)) {
                form.wrong("refused_on_" + i, "support.error.refused-after");
            }
            refusals.add(new MunicipalRefusal(
                    municipality, why, written.equals("yes"), written.equals("yes") || written.equals("asked"), on));
        }
        return refusals;
    }
}
