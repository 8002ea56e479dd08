import CheckinFlows

package struct WarmUpReport: Hashable, Sendable {
  package var ready = 0
  /// Keys that are neither recorded nor rendered.
  package var missing: [String] = []
  package var firstError: VoiceError?
}

extension PromptLibrary {
  /// Renderings that the warm-up has under way; the other slots stay free for live calls.
  private static let warmUpTasks = 2

  /// Renders every fragment that is not recorded, in both languages. Fast when the cache is full.
  package func warmUp() async -> WarmUpReport {
    let fragments = Language.allCases.flatMap { language in
      FragmentCatalogue.all(language).map { (language, $0) }
    }
    return await withTaskGroup(of: (String, VoiceError?).self) { group in
      var report = WarmUpReport()
      for (index, (language, fragment)) in fragments.enumerated() {
        if index >= Self.warmUpTasks, let done = await group.next() { report.add(done) }
        group.addTask { ("\(language.rawValue)/\(fragment.key)", await warm(fragment, language)) }
      }
      for await done in group { report.add(done) }
      return report
    }
  }

  private func warm(_ fragment: Fragment, _ language: Language) async -> VoiceError? {
    guard !recordings.has(fragment.key, language) else { return nil }
    do {
      // Before a full stop the melody falls: the ends of sentences are made too.
      _ = try await rendered(fragment.words, language)
      if !fragment.endsSentence { _ = try await rendered(fragment.words + ".", language) }
      return nil
    } catch {
      return error
    }
  }
}

extension WarmUpReport {
  fileprivate mutating func add(_ done: (key: String, error: VoiceError?)) {
    guard let error = done.error else {
      ready += 1
      return
    }
    missing.append(done.key)
    if firstError == nil { firstError = error }
  }
}
