package se.ledfyr.access.web;

/// An address to hand over to somebody who has been invited. It is shown once.
public record InvitationLink(String name, String address) {

    /// Without the secret in the address.
    @Override
    public String toString() {
        return "InvitationLink";
    }
}
