package se.ledfyr.returns.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.returns.NewGroup;
import se.ledfyr.returns.ReturnId;

/// Reads the rows of a form about many.
final class GroupForm {

    private GroupForm() {}

    /// The field of a row that errors about it lead to.
    static String field(UUID row) {
        return "row-" + row;
    }

    /// Those who were ticked, with what is not as for the others.
    static List<NewGroup.Row> rows(ReturnForm form) {
        List<NewGroup.Row> rows = new ArrayList<>();
        for (UUID id : ids(form)) {
            String country = form.one(field(id) + "-country").toUpperCase(Locale.ROOT);
            rows.add(new NewGroup.Row(
                    new RegistrationId(id), ReturnForm.orNull(country), day(form, id, form.one(field(id) + "-exit"))));
        }
        if (rows.isEmpty()) {
            form.wrong("rows", "returns.error.nobody");
        }
        return rows;
    }

    private static @Nullable LocalDate day(ReturnForm form, UUID row, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (ReturnForm.isPossible(day)) {
                return day;
            }
        } catch (DateTimeException unreadable) {
            // Said below, as for a day that cannot be.
        }
        form.wrong(field(row), "returns.error.day");
        return null;
    }

    /// The applications that were ticked.
    static List<ReturnId> applications(ReturnForm form) {
        List<ReturnId> ids = ids(form).stream().map(ReturnId::new).toList();
        if (ids.isEmpty()) {
            form.wrong("rows", "returns.error.nobody");
        }
        return ids;
    }

    private static List<UUID> ids(ReturnForm form) {
        try {
            return form.all("row").stream().map(UUID::fromString).distinct().toList();
        } catch (IllegalArgumentException none) {
            throw new NotHere();
        }
    }

    /// Whether an act is one that a group can do.
    static boolean isDated(String act) {
        return Arrays.asList("plan", "depart", "arrive", "form").contains(act);
    }
}
