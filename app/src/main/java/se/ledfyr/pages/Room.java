package se.ledfyr.pages;

/// Something a module offers on the start page and in the menu.
///
/// A room is shown only to those who may enter; for everybody else it does not exist.
public interface Room {

    /// Address of the room, starting with `/`.
    String path();

    /// Key of its name in the message files; the same key with `.about` says in one sentence what it is for.
    String key();

    /// Lower comes first.
    int order();

    /// Whether whoever is bound to this request may enter.
    boolean isOpen();
}
