package se.ledfyr.surveys.web;

import se.ledfyr.casework.CaseFile;

/// One part of a case that answers questions.
interface PartOfCase {

    void say(CaseFile file, Said said);
}
