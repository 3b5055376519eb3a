package se.ledfyr.consent;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.ledfyr.casework.Registration;
import se.ledfyr.codes.Code;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.codes.Codes;
import se.ledfyr.pages.Texts;
import se.ledfyr.people.FieldGroup;
import se.ledfyr.people.ParcelContent;

/// What goes into a parcel out of a registration, and how its receiver reads it.
@Component
public class SharedContents {

    /// The field that holds what somebody wrote for a group.
    public static final String WORDS = "words";

    private static final List<String> BASICS = List.of("sex", "age_group", "birth_year", "citizenship");
    private static final List<String> EXPLOITATION =
            List.of("forms", "region", "municipality_code", "sector", "began", "setting", "referred_by");

    private static final Map<String, String> LISTS = Map.ofEntries(
            Map.entry("sex", "sex"),
            Map.entry("age_group", "age_group"),
            Map.entry("citizenship", "country"),
            Map.entry("language", "language"),
            Map.entry("forms", "exploitation_form"),
            Map.entry("region", "police_region"),
            Map.entry("municipality_code", "municipality"),
            Map.entry("sector", "sector_setting"),
            Map.entry("began", "recruitment_start"),
            Map.entry("setting", "setting"),
            Map.entry("referred_by", "referred_by"));

    private final Codes codes;
    private final Clock clock;

    SharedContents(Codes codes, Clock clock) {
        this.codes = codes;
        this.clock = clock;
    }

    /// One group, ready to be shown.
    ///
    /// @param sealed whether it is shared and opened by taking over only
    public record Group(FieldGroup group, String title, boolean sealed, List<Line> lines) {

        /// Never what stands in it.
        @Override
        public String toString() {
            return "Group[" + group + "]";
        }
    }

    /// @param label what the value is; empty for free words
    public record Line(String label, String value) {

        /// Never the value.
        @Override
        public String toString() {
            return "Line[" + label + "]";
        }
    }

    /// What was chosen, filled from a registration and from what was written for each group.
    ///
    /// @param words by group; those of groups that were not chosen are left out
    public static ParcelContent of(Registration registration, Set<FieldGroup> groups, Map<FieldGroup, String> words) {
        Map<FieldGroup, Map<String, String>> values = new EnumMap<>(FieldGroup.class);
        Map<String, @Nullable String> known = registration.fieldValues();
        for (FieldGroup group : groups) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields(group).forEach(field -> put(fields, field, known.get(field)));
            put(fields, WORDS, words.get(group));
            if (!fields.isEmpty() && !group.isOpenedByAdoption()) {
                values.put(group, fields);
            }
        }
        return new ParcelContent(groups, values);
    }

    /// A parcel's content in the reader's language, group by group. A group without values says that nothing was
    /// known.
    public List<Group> readable(ParcelContent content, Texts texts) {
        CodeBook book = codes.book();
        List<Group> groups = new ArrayList<>();
        for (FieldGroup group : content.groups()) {
            List<Line> lines = content.values().getOrDefault(group, Map.of()).entrySet().stream()
                    .map(field -> line(field.getKey(), field.getValue(), book, texts))
                    .toList();
            groups.add(new Group(group, title(group, texts), group.isOpenedByAdoption(), lines));
        }
        return groups;
    }

    /// The name of a group as a form or a list shows it.
    public String title(FieldGroup group, Texts texts) {
        return codes.book().label("field_group", group.code(), texts.language());
    }

    /// What a form offers on a day: the codes of `share_purpose` and `lawful_ground` that are valid today.
    public List<Code> today(String list) {
        return codes.book().list(list, SwedishDay.today(clock));
    }

    private static Line line(String field, String value, CodeBook book, Texts texts) {
        if (field.equals(WORDS)) {
            return new Line("", value);
        }
        String label = texts.has("consent.field." + field) ? texts.get("consent.field." + field) : field;
        String list = LISTS.get(field);
        return new Line(
                label,
                list == null
                        ? value
                        : Arrays.stream(value.split(";"))
                                .map(code -> book.label(list, code, texts.language()))
                                .collect(Collectors.joining(", ")));
    }

    private static List<String> fields(FieldGroup group) {
        return switch (group) {
            case BASICS -> BASICS;
            case EXPLOITATION -> EXPLOITATION;
            case IDENTITY, CONTACT, SITUATION, NEEDS, HEALTH_SAFETY, NOTE -> List.of();
        };
    }

    private static void put(Map<String, String> fields, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            fields.put(field, value);
        }
    }
}
