package se.ledfyr.deadlines;

import se.ledfyr.organisations.MemberId;

/// A letter and the member it goes to.
record ToMember(MemberId member, Letter letter) {}
