package se.ledfyr.handover;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.Circumstances;
import se.ledfyr.casework.Facts;
import se.ledfyr.casework.Registration;
import se.ledfyr.casework.Registrations;
import se.ledfyr.needs.Need;
import se.ledfyr.needs.Needs;
import se.ledfyr.people.FieldGroup;
import se.ledfyr.people.ParcelContent;

/// Gathers what the sender keeps about somebody into the groups that were chosen, and nothing else. Identity
/// and contact are not touched here: the parcel takes them from where they are sealed.
@Component("handoverGathering")
class Gathering {

    private final Registrations registrations;
    private final Needs needs;

    Gathering(Registrations registrations, Needs needs) {
        this.registrations = registrations;
        this.needs = needs;
    }

    ParcelContent of(Optional<CaseFile> file, Set<FieldGroup> groups) {
        Optional<Registration> registration = file.map(CaseFile::registration).map(registrations::get);
        Map<FieldGroup, Map<String, String>> values = new EnumMap<>(FieldGroup.class);
        registration.ifPresent(known -> {
            put(values, groups, FieldGroup.BASICS, basics(known.facts()));
            put(values, groups, FieldGroup.EXPLOITATION, exploitation(known.facts()));
            put(values, groups, FieldGroup.SITUATION, situation(known.facts(), known.circumstances()));
            put(
                    values,
                    groups,
                    FieldGroup.NOTE,
                    field("note", known.circumstances().note()));
        });
        file.ifPresent(known -> put(values, groups, FieldGroup.NEEDS, needs(known)));
        return new ParcelContent(groups, values);
    }

    private static void put(
            Map<FieldGroup, Map<String, String>> values,
            Set<FieldGroup> groups,
            FieldGroup group,
            Map<String, String> fields) {
        if (groups.contains(group)) {
            values.put(group, fields);
        }
    }

    private static Map<String, String> basics(Facts facts) {
        Map<String, String> fields = field("sex", facts.sex());
        fields.putAll(field("age_group", facts.ageGroup()));
        fields.putAll(field("birth_year", facts.birthYear() == null ? null : String.valueOf(facts.birthYear())));
        fields.putAll(field("citizenship", facts.citizenship()));
        return fields;
    }

    private static Map<String, String> exploitation(Facts facts) {
        Map<String, String> fields = field("forms", String.join(";", facts.forms()));
        fields.putAll(field("sector", facts.sector()));
        fields.putAll(field("began", facts.began()));
        fields.putAll(field("setting", facts.setting()));
        fields.putAll(field("referred_by", facts.referredBy()));
        return fields;
    }

    private static Map<String, String> situation(Facts facts, Circumstances circumstances) {
        Map<String, String> fields = field("region", facts.region());
        fields.putAll(field("municipality", facts.municipality()));
        fields.putAll(field("children_accompanying", String.valueOf(facts.childrenAccompanying())));
        fields.putAll(field("guardian", circumstances.guardian()));
        fields.putAll(field("social_services_informed", circumstances.socialServicesInformed()));
        return fields;
    }

    private Map<String, String> needs(CaseFile file) {
        List<Need> open = needs.listOf(file.id()).stream().filter(Need::isOpen).toList();
        return field("needs", open.stream().map(Need::type).distinct().collect(Collectors.joining(";")));
    }

    private static Map<String, String> field(String name, @Nullable String value) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (value != null) {
            fields.put(name, value);
        }
        return fields;
    }
}
