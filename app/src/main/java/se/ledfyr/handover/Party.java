package se.ledfyr.handover;

/// How somebody stands to an offer. Everybody else does not stand to it at all: for them it is not there.
enum Party {
    SENDER,
    RECEIVER,
    /// The office of the region, once it has been carried to it.
    REGION_OFFICE,
    /// The national coordination, once it has been carried to it.
    NATIONAL_OFFICE,
    /// The passing of time, which acts for the sender with nobody bound.
    CLOCK
}
