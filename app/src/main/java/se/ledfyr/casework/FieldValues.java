package se.ledfyr.casework;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// A registration written out field by field, for saying what a correction changed.
///
/// Names and spellings are those of a registration file, so that a revision reads like the file does.
/// The note is not among them: it is sealed, and its history with it.
final class FieldValues {

    private FieldValues() {}

    static Map<String, @Nullable String> of(Facts facts, Circumstances circumstances) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        values.put("registered_on", facts.registeredOn().toString());
        values.put("region", facts.region());
        values.put("municipality_code", facts.municipality());
        values.put("sex", facts.sex());
        values.put("age_group", facts.ageGroup());
        values.put(
                "birth_year",
                facts.birthYear() == null ? null : facts.birthYear().toString());
        values.put("citizenship", facts.citizenship());
        values.put("forms", joined(facts.forms()));
        values.put("sector", facts.sector());
        values.put("referred_by", facts.referredBy());
        values.put("event_id", facts.event());
        values.put("began", facts.began());
        values.put("setting", facts.setting());
        values.put("children_accompanying", Integer.toString(facts.childrenAccompanying()));
        values.put("amp_requested", Boolean.toString(facts.ampRequested()));
        values.put("reflection_requested", Boolean.toString(facts.reflectionRequested()));
        values.put("indicators", joined(circumstances.indicators()));
        values.put("assessment", circumstances.assessment());
        values.put(
                "assessed_on",
                circumstances.assessedOn() == null
                        ? null
                        : circumstances.assessedOn().toString());
        values.put("consent_to_contact", circumstances.consentToContact());
        values.put("guardian", circumstances.guardian());
        values.put("social_services_informed", circumstances.socialServicesInformed());
        return values;
    }

    private static @Nullable String joined(SortedSet<String> codes) {
        return codes.isEmpty() ? null : String.join(";", codes);
    }
}
