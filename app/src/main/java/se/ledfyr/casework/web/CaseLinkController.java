package se.ledfyr.casework.web;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.CaseLinks;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.LinkKind;

/// Linking cases of a family, and taking away a link that was wrong.
@Controller
@RequestMapping("/cases/{id}/links")
class CaseLinkController {

    private final Cases cases;
    private final CaseLinks links;

    CaseLinkController(Cases cases, CaseLinks links) {
        this.cases = cases;
        this.links = links;
    }

    /// A reference that fits nothing the reader may see is answered like one that fits nothing at all.
    @PostMapping
    String link(
            @PathVariable CaseId id,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String kind,
            RedirectAttributes next) {
        cases.getHeld(id);
        Optional<CaseFile> other = cases.findByReference(reference);
        Optional<LinkKind> chosen = Arrays.stream(LinkKind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst();
        boolean fits =
                other.isPresent() && chosen.isPresent() && !other.get().id().equals(id);
        if (!fits) {
            next.addFlashAttribute("error", "casework.case.error.link");
        } else if (links.link(id, other.get().id(), chosen.get())) {
            next.addFlashAttribute("notice", "casework.case.linked");
        } else {
            next.addFlashAttribute("error", "casework.case.error.linked-already");
        }
        return "redirect:/cases/" + id.value() + "#links";
    }

    @PostMapping("/{other}/removal")
    String unlink(@PathVariable CaseId id, @PathVariable CaseId other, RedirectAttributes next) {
        try {
            links.unlink(id, other);
            next.addFlashAttribute("notice", "casework.case.unlinked");
        } catch (NotHere notOurs) {
            cases.getHeld(id);
            next.addFlashAttribute("error", "casework.case.error.not-our-link");
        }
        return "redirect:/cases/" + id.value() + "#links";
    }
}
