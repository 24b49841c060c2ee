using System.Threading.Channels;
using Bench.Measurement.Hosting;
using Bench.Measurement.Pitfalls;
using Bench.Results;
using Bench.Workloads;

namespace Bench.Pitfalls;

/// <summary>
/// A worker with a mailbox for each request. The work itself keeps its deadline, but nobody completes the mailbox, so the
/// worker waits for a next message that never comes, and the list of workers keeps it from being collected.
/// </summary>
[Variant("leak", Presets.None)]
[Pitfall(
    "leak: units that never end",
    "tasks",
    DetectorId.UnitsAlive,
    Wrong = "Each request starts a worker that reads its mailbox to the end, and nobody completes the mailbox.",
    Seen = "Working set and managed heap climb with the requests served and never fall, at a steady load; in a dump (dotnet-dump, dumpasync) thousands of the same state machine wait in ReadAllAsync.",
    Mend = "Whoever starts a unit ends it: complete the channel when its last message is written, give the wait a deadline, take the unit off the list; count units alive and alert on it."
)]
public class MailboxNeverCompleted : Workloads.Leak
{
    private readonly List<Channel<BackgroundWork>> _mailboxes = [];

    // Nothing will come of waiting for the workers to end.
    protected override TimeSpan Grace => TimeSpan.FromSeconds(2);

    protected override IEnumerable<Configuration<LeakParameters>> Configurations =>
        [
            new(
                Presets.Smoke,
                new()
                {
                    DeadlineMilliseconds = 100,
                    WarmUpMilliseconds = 100,
                    SoakMilliseconds = 1_000,
                }
            ),
        ];

    public override TimeSpan Limit => TimeSpan.FromSeconds(12);

    protected override void Open() { }

    protected override void Start(BackgroundWork work)
    {
        var mailbox = Channel.CreateUnbounded<BackgroundWork>();
        _mailboxes.Add(mailbox);
        _ = Task.Run(() => ServeAsync(mailbox.Reader, new byte[work.Bytes]));
        mailbox.Writer.TryWrite(work);
    }

    protected override void Close() { }

    private async Task ServeAsync(ChannelReader<BackgroundWork> mailbox, byte[] buffer)
    {
        using var unit = Units.Enter();
        await foreach (var work in mailbox.ReadAllAsync())
        {
            Array.Fill(buffer, (byte)1);
            await SendAsync(work);
        }
    }

    private async Task SendAsync(BackgroundWork work)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        try
        {
            await Sink.CallAsync(deadline.Token);
            work.Deliver();
        }
        catch (OperationCanceledException)
        {
            work.GiveUp();
        }
    }
}
