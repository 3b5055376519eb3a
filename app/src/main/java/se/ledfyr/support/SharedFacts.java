package se.ledfyr.support;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.Facts;
import se.ledfyr.casework.Registration;
import se.ledfyr.casework.Registrations;
import se.ledfyr.people.FieldGroup;
import se.ledfyr.people.ParcelContent;

/// Gathers what the applicant keeps about somebody into the groups that were chosen, and nothing else.
@Component
class SharedFacts {

    private final Registrations registrations;

    SharedFacts(Registrations registrations) {
        this.registrations = registrations;
    }

    ParcelContent of(CaseFile file, Set<FieldGroup> groups) {
        Optional<Registration> registration =
                Optional.ofNullable(file.registration()).map(registrations::get);
        Map<FieldGroup, Map<String, String>> values = new EnumMap<>(FieldGroup.class);
        registration.map(Registration::facts).ifPresent(facts -> {
            if (groups.contains(FieldGroup.BASICS)) {
                values.put(FieldGroup.BASICS, basics(facts));
            }
            if (groups.contains(FieldGroup.EXPLOITATION)) {
                values.put(FieldGroup.EXPLOITATION, exploitation(facts));
            }
        });
        return new ParcelContent(groups, values);
    }

    private static Map<String, String> basics(Facts facts) {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "sex", facts.sex());
        put(fields, "age_group", facts.ageGroup());
        put(fields, "birth_year", facts.birthYear() == null ? null : String.valueOf(facts.birthYear()));
        put(fields, "citizenship", facts.citizenship());
        return fields;
    }

    private static Map<String, String> exploitation(Facts facts) {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "forms", String.join(";", facts.forms()));
        put(fields, "sector", facts.sector());
        put(fields, "began", facts.began());
        put(fields, "setting", facts.setting());
        put(fields, "referred_by", facts.referredBy());
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
