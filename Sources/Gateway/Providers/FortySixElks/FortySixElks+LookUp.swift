package import CheckinFlows
package import GatewayEngine
import GatewayHTTP

extension FortySixElks {
  /// Nobody's clock is right to the second: ours and theirs may be this far apart.
  private static let clockSkewSeconds = 60
  private static let pageSize = 100
  /// A look-up reads at most this many pages; more in so short a time proves nothing.
  private static let lookUpPages = 20
  private static let inboundPages = 100

  /// 46elks has no key to ask by, so what was created since then is compared by content.
  ///
  /// Whether a call is listed while it still rings is not documented: `.absent` of a call may be
  /// one that rings. To ring twice is a nuisance, silence is dangerous.
  package func lookUp(_ item: UnknownItem) async -> LookUpOutcome {
    let since = item.sentAt.adding(seconds: -Self.clockSkewSeconds)
    let search = ElksSearch(item: item, since: since, number: number)
    guard let search else { return .unavailable }
    do {
      let (records, isWhole) = try await records(
        search.path, since: since, to: search.filter, pages: Self.lookUpPages)
      return search.outcome(among: records, isWhole: isWhole)
    } catch {
      return .unavailable
    }
  }

  /// With more than 10,000 texts since then, the newest come: some are better than none.
  package func inboundTexts(since: Instant) async throws -> [InboundEvent] {
    let (records, _) = try await records(
      "/sms", since: since, to: nil, pages: Self.inboundPages)
    return records.reversed().compactMap { record in
      guard record.isIncoming, ElksID.isValid(record.id), (record.createdAt ?? since) >= since
      else { return nil }
      return .text(ElksWebhook.inboundText(record))
    }
  }

  /// Newest first; `isWhole` when nothing older than the last one is missing.
  private func records(
    _ path: String, since: Instant, to: PhoneNumber?, pages: Int
  ) async throws(ProviderFailure) -> (records: [ElksRecord], isWhole: Bool) {
    var records: [ElksRecord] = []
    var start: String?
    for _ in 0..<pages {
      let page = try await page(path, since: since, to: to, start: start)
      records += page.data
      // A page that ends where it began would never end.
      guard let next = page.next, next != start, !page.data.isEmpty else { return (records, true) }
      if let oldest = page.data.last?.createdAt, oldest < since { return (records, true) }
      start = next
    }
    return (records, false)
  }

  /// `start` means older than, `end` newer than: the reverse of what one expects.
  private func page(
    _ path: String, since: Instant, to: PhoneNumber?, start: String?
  ) async throws(ProviderFailure) -> ElksListing {
    var query = FormFields([("limit", String(Self.pageSize)), ("end", ElksTime.text(since))])
    query.append("to", to?.e164)
    query.append("start", start)
    guard let listing = ElksListing(try await client.get(path, query)) else {
      throw ProviderFailure("46elks answered with something that is no list")
    }
    return listing
  }
}
