package se.ledfyr.organisations;

/// A member together with the organisation they work in.
public record Membership(Member member, Organisation organisation) {}
