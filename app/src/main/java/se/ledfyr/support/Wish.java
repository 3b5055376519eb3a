package se.ledfyr.support;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What somebody applies for, without who it is for.
///
/// @param applicant a code of `nsp_applicant`
/// @param region a code of `police_region`
/// @param ageGroup a code of `age_group`
/// @param children how many children come along, 0 to 20
/// @param ground a code of `eligibility_reason`
/// @param components codes of `nsp_component` that are asked for, at least one
/// @param appliedOn the day it was asked, not in the future
/// @param refusals municipalities that said no before, at most [#MOST_REFUSALS]
public record Wish(
        String applicant,
        String region,
        String ageGroup,
        int children,
        String ground,
        Set<String> components,
        LocalDate appliedOn,
        List<MunicipalRefusal> refusals) {

    public static final int MOST_CHILDREN = 20;
    public static final int MOST_REFUSALS = 10;

    public Wish {
        components = Set.copyOf(new TreeSet<>(components));
        refusals = List.copyOf(refusals);
        if (components.isEmpty()) {
            throw new IllegalArgumentException("Something is asked for");
        }
        if (children < 0 || children > MOST_CHILDREN) {
            throw new IllegalArgumentException("0 to %d children".formatted(MOST_CHILDREN));
        }
        if (refusals.size() > MOST_REFUSALS) {
            throw new IllegalArgumentException("At most %d refusals".formatted(MOST_REFUSALS));
        }
    }
}
