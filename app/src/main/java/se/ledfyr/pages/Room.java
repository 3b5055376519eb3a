package se.ledfyr.pages;

import java.util.List;
import java.util.Optional;

/// Something a module offers on the start page and in the menu.
///
/// A room is shown only to those who may enter; for everybody else it does not exist.
public interface Room {

    /// Address of the room, starting with `/`.
    String path();

    /// Addresses of other pages that belong to the room, each starting with `/`.
    default List<String> alsoAt() {
        return List.of();
    }

    /// Key of its name in the message files; the same key with `.about` says in one sentence what it is for.
    String key();

    /// Under which heading it stands.
    RoomGroup group();

    /// Lower comes first, within the heading.
    int order();

    /// Whether whoever is bound to this request may enter.
    boolean isOpen();

    /// What whoever is bound to this request mostly comes here to do; it leads the start page.
    default Optional<Task> task() {
        return Optional.empty();
    }

    /// @param path address where the work begins, starting with `/`
    /// @param key its name in the message files, as an invitation to act
    record Task(String path, String key) {}
}
