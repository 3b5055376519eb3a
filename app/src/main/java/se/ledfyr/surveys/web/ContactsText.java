package se.ledfyr.surveys.web;

/// How long what one writes may be.
final class ContactsText {

    static final int LONGEST_REFERENCE = 60;
    static final int LONGEST_REASON = 2000;

    private ContactsText() {}
}
