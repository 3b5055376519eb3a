package se.ledfyr.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /// So many rooms stand beside each other without anybody having to search among them.
    private static final int MOST_IN_A_ROW = 6;

    public Page {
        rooms = List.copyOf(rooms);
    }

    /// The open rooms of one heading.
    ///
    /// @param rooms never empty
    public record Floor(RoomGroup group, List<Room> rooms) {}

    /// Whether there are so many rooms that the menu and the start page need headings.
    public boolean hasFloors() {
        return rooms.size() > MOST_IN_A_ROW;
    }

    /// The open rooms under their headings; a heading without an open room is not there.
    public List<Floor> floors() {
        return Arrays.stream(RoomGroup.values())
                .map(group -> new Floor(
                        group,
                        rooms.stream().filter(room -> room.group() == group).toList()))
                .filter(floor -> !floor.rooms().isEmpty())
                .toList();
    }

    /// Whether this page is in one of the rooms under the heading.
    public boolean isOn(Floor floor) {
        return floor.rooms().stream().anyMatch(this::isIn);
    }

    public String text(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    /// Whether this page is in the room, and in no smaller room inside it.
    public boolean isIn(Room room) {
        int held = held(room);
        return held > 0 && rooms.stream().noneMatch(other -> held(other) > held);
    }

    /// How much of the address of this page is that of the room; 0 where it lies elsewhere.
    private int held(Room room) {
        return Stream.concat(Stream.of(room.path()), room.alsoAt().stream())
                .filter(at -> path.equals(at) || path.startsWith(at + "/"))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
