using Bench.Measurement.Hosting;

namespace Bench.Workloads;

/// <summary>The invariant of one subscriber, at rest.</summary>
/// <param name="subscriber">Who is looked at.</param>
/// <param name="published">Numbers of the events published while it was connected, ascending.</param>
/// <param name="capacity">Events that may wait for it.</param>
internal sealed class SubscriberAudit(Subscriber subscriber, List<int> published, int capacity)
{
    private readonly List<int> _handed = [.. subscriber.Handed.Select(delivery => delivery.Event.Number)];
    private readonly List<int> _dropped = [.. subscriber.Drops.Select(drop => drop.Event.Number)];
    private readonly List<long> _begunAt = [.. subscriber.Handed.Select(delivery => delivery.BegunAt)];

    public void Check(Findings findings)
    {
        int[] all = [.. _handed.Concat(_dropped).Order()];
        findings.ExpectEqual(all.Length, all.Distinct().Count(), "events handed or dropped once each");
        findings.ExpectEqual(0, published.Except(all).Count(), "events lost");
        findings.ExpectEqual(
            0,
            all.Except(published).Count(),
            "events for a subscriber who was not connected"
        );
        findings.Expect(_handed.SequenceEqual(_handed.Order()), "a subscriber's events are out of order");
        findings.Expect(!subscriber.SentSideBySide, "two events were sent to a subscriber at the same time");
        findings.Expect(
            subscriber.Handed.All(item =>
                item.HandedAt - item.BegunAt >= (long)subscriber.SendTime.TotalNanoseconds
            ),
            "an event was handed over sooner than it can be sent"
        );
        findings.Expect(
            subscriber.Offers.Select(offer => offer.Number).SequenceEqual(published),
            "events were not offered to the buffer one after the other"
        );
        CheckBuffer(findings);
        foreach (var drop in subscriber.Drops)
        {
            CheckDrop(findings, drop);
        }
    }

    // One more may have left the buffer and not begun to be sent yet.
    private void CheckBuffer(Findings findings) =>
        findings.Expect(
            Enumerable.Range(1, subscriber.Offers.Count).All(offers => WaitingAfter(offers) <= capacity + 1),
            "more events waited for a subscriber than its buffer holds"
        );

    private void CheckDrop(Findings findings, BufferDrop drop)
    {
        // What waits is always the last of those offered, so place and number of offers tell what was in the buffer.
        var laterOffers = drop.OffersBefore - published.BinarySearch(drop.Event.Number);
        switch (subscriber.Policy)
        {
            case OverflowPolicy.Wait:
                findings.Expect(false, "an event was dropped for a subscriber whose policy is to wait");
                break;
            case OverflowPolicy.DropNewest:
                findings.Expect(laterOffers == 0, "an event that waited was dropped for a newer one");
                findings.Expect(
                    WaitingAfter(drop.OffersBefore) >= capacity,
                    "an event was dropped although there was room"
                );
                break;
            default:
                findings.Expect(laterOffers > 0, "a new event was dropped instead of the oldest");
                findings.Expect(
                    laterOffers == 0 || laterOffers >= capacity,
                    "an event was dropped although there was room"
                );
                findings.Expect(
                    laterOffers <= capacity,
                    "more events waited for a subscriber than its buffer holds"
                );
                break;
        }
    }

    /// <summary>Events that waited when so many had been offered: those neither dropped nor being sent by then.</summary>
    private int WaitingAfter(int offers)
    {
        if (offers == 0)
        {
            return 0;
        }

        var last = subscriber.Offers[offers - 1];
        var begun = _begunAt.BinarySearch(last.At + 1);
        return offers - last.Dropped - (begun < 0 ? ~begun : begun);
    }
}
