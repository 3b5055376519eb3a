package se.ledfyr.support;

import java.util.List;
import java.util.Map;

/// Refusals by municipalities before anybody applied, without anybody's identity.
///
/// @param regions by police region of the municipality
/// @param municipalities by municipality
/// @param reasons how many by reason, codes of `decline_reason`
public record RefusalReport(List<RefusalLine> regions, List<RefusalLine> municipalities, Map<String, Integer> reasons) {

    public RefusalReport {
        regions = List.copyOf(regions);
        municipalities = List.copyOf(municipalities);
        reasons = Map.copyOf(reasons);
    }

    public int all() {
        return regions.stream().mapToInt(RefusalLine::all).sum();
    }

    public int written() {
        return regions.stream().mapToInt(RefusalLine::written).sum();
    }
}
