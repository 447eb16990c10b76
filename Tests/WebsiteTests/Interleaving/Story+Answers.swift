import Mechanisms
import Vocabulary

@testable import Website

extension Story {
    /// What somebody makes of an answer: it is done, or they look at what came and may send again.
    func take(_ kept: Held, of visitor: Int, _ heard: Heard) {
        if kept.form == nil { return takeByProgram(kept, of: visitor, heard) }
        let sent = kept.form?.all ?? []
        let page = FilledForm(heard.body)
        switch heard.status {
        case 303: intentions[kept.intention].told = .done
        case 401:
            // The page has every field with what was written; they sign in elsewhere and send it from there.
            let isWhole = sent.allSatisfy { field in page[field.0].contains(field.1) }
            if !isWhole { complain(kept, "the session ended, and the page has lost what was written") }
            house.desk.begin(posts[visitor])
            keep(kept, of: visitor, page, kept.version)
        case 409: takeConflict(kept, of: visitor, page)
        case 403, 404, 422:
            checkNothingLost(kept, page, heard.status)
            if intentions[kept.intention].told == .nothing { intentions[kept.intention].told = .refused }
        default: complain(kept, "was answered \(heard.status)")
        }
    }

    /// Theirs and mine side by side: field by field somebody chooses, and sends again on the version that they saw now.
    private func takeConflict(_ kept: Held, of visitor: Int, _ page: FilledForm) {
        checkNothingLost(kept, page, 409)
        intentions[kept.intention].told = .notYet
        var form = page
        for (place, choice) in page.all.filter({ $0.0.hasPrefix("choose.") }).enumerated() {
            form[choice.0] = [(Int(seed) + place + kept.version) % 2 == 0 ? "mine" : "theirs"]
        }
        let version = form["version"].first.flatMap { Int($0) } ?? 0
        if version <= kept.version { complain(kept, "the page of the conflict shows no newer version") }
        keep(kept, of: visitor, form, version)
    }

    private func keep(_ kept: Held, of visitor: Int, _ form: FilledForm, _ version: Int) {
        held[visitor].append(
            Held(
                intention: kept.intention, path: kept.path, form: form, version: version, request: nil,
                key: kept.key))
    }

    private func checkNothingLost(_ kept: Held, _ page: FilledForm, _ status: Int) {
        let intention = intentions[kept.intention]
        guard page["reason"] == [intention.mark] else {
            return complain(kept, "the page of \(status) has lost the reason")
        }
        for field in intention.edited.keys where kept.form?["choose.\(field)"] != ["theirs"] {
            let sent = kept.form?["f.\(field)"] ?? []
            // Whoever took theirs once goes on with theirs, whatever that is by now.
            guard sent == intention.edited[field] else { continue }
            if page["f.\(field)"] != sent { complain(kept, "the page of \(status) has lost “\(field)”") }
        }
    }

    private func takeByProgram(_ kept: Held, of visitor: Int, _ heard: Heard) {
        switch heard.status {
        case 200, 201: intentions[kept.intention].told = .done
        case 412:
            intentions[kept.intention].told = .notYet
            for (field, texts) in intentions[kept.intention].edited {
                let wanted = heard.json["wanted"]?["fields"]?[field]
                if wanted?.string != texts.first, wanted?.number != texts.first.flatMap({ Int($0) }) {
                    complain(kept, "the answer of 412 does not say what “\(field)” was to become")
                }
            }
            guard let version = heard.json["present"]?["version"]?.number, version > kept.version else {
                return complain(kept, "the answer of 412 does not say the present version")
            }
            held[visitor].append(
                Held(intention: kept.intention, path: kept.path, form: nil, version: version, key: nextKey()))
        case 403, 404, 422:
            if intentions[kept.intention].told == .nothing { intentions[kept.intention].told = .refused }
        default: complain(kept, "was answered \(heard.status)")
        }
    }

}
