package se.ledfyr.support;

import java.util.List;
import java.util.Map;

/// Refusals by municipalities before anybody applied, without anybody's identity.
///
/// @param regions by police region of the municipality
/// @param municipalities by municipality
/// @param reasons how many by reason, codes of `decline_reason`
/// @param sexes by sex, codes of `sex` and `not_known`, none about few people
/// @param forms by form of exploitation, codes of `figure_form` and `not_known`, none about few people
/// @param kinds by kind of municipality, codes of `municipality_kind`, none about few people
public record RefusalReport(
        List<RefusalLine> regions,
        List<RefusalLine> municipalities,
        Map<String, Integer> reasons,
        List<RefusalGroup> sexes,
        List<RefusalGroup> forms,
        List<RefusalGroup> kinds) {

    public RefusalReport {
        regions = List.copyOf(regions);
        municipalities = List.copyOf(municipalities);
        reasons = Map.copyOf(reasons);
        sexes = List.copyOf(sexes);
        forms = List.copyOf(forms);
        kinds = List.copyOf(kinds);
    }

    public int all() {
        return regions.stream().mapToInt(RefusalLine::all).sum();
    }

    public int written() {
        return regions.stream().mapToInt(RefusalLine::written).sum();
    }
}
