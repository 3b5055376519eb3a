package se.ledfyr.pages;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What every template knows: the language, who is signed in, where one may go, and the token a form must carry.
///
/// @param path address of this page, for marking where one is and for coming back after a change of language
/// @param rooms the rooms open to the visitor, in order
/// @param notice key of a message to show once, from the request before
/// @param csrf hidden field that proves a form came from here; absent where nothing can be sent
public record Page(
        Texts texts,
        Optional<Visitor> visitor,
        boolean demo,
        String path,
        List<Room> rooms,
        @Nullable String notice,
        @Nullable Csrf csrf) {

    /// @param name name of the hidden field
    /// @param token its value
    /// @param once a random mark that lets a form of this page do its work only once, see [SentOnce]
    public record Csrf(String name, String token, String once) {}

    public Page {
        rooms = List.copyOf(rooms);
    }

    public String text(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    public boolean isIn(Room room) {
        return path.equals(room.path()) || path.startsWith(room.path() + "/");
    }
}
