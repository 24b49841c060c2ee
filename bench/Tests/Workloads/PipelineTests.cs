using System.Text;
using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class PipelineTests
{
    [Fact]
    public void Text_is_parsed_to_its_fields()
    {
        var parsed = PipelineKernel.Parse(new RawItem(OfferedAt: 5, Encoding.UTF8.GetBytes("12;34;56")), 0);

        Assert.Equal((5, 12, 34, 56), (parsed.OfferedAt, parsed.Number, parsed.Key, parsed.Quantity));
    }

    [Fact]
    public void Text_that_is_no_item_is_refused() =>
        Assert.Throws<FormatException>(() =>
            PipelineKernel.Parse(new RawItem(0, Encoding.UTF8.GetBytes("12;x;56")), 0)
        );

    [Fact]
    public void Items_are_the_same_for_the_same_seed_only()
    {
        Assert.Equal(PipelineKernel.Text(1, 5, 100), PipelineKernel.Text(1, 5, 100));
        Assert.NotEqual(PipelineKernel.Text(1, 5, 100), PipelineKernel.Text(2, 5, 100));
    }

    [Fact]
    public void The_work_done_shows_in_the_digest() =>
        Assert.Equal(
            3,
            new[] { 0, 1, 2 }.Select(rounds => PipelineKernel.Work(1, rounds)).Distinct().Count()
        );

    [Fact]
    public void The_checksum_does_not_depend_on_the_order()
    {
        var (forth, back) = (new PipelineOutput(2), new PipelineOutput(2));
        AggregatedItem[] items = [new(0, 0, 11), new(0, 1, 22)];
        foreach (var item in items)
        {
            forth.Write(item, 3);
        }

        foreach (var item in items.Reverse())
        {
            back.Write(item, 3);
        }

        Assert.Equal(forth.Checksum, back.Checksum);
    }

    [Fact]
    public void A_correct_lane_has_nothing_to_report()
    {
        var lane = Run((lane, item) => lane.Finish(lane.Treat(item)));

        Assert.Empty(lane.Violations);
        var operations = Trial.OperationsOf(lane);
        Assert.Equal(3 * lane.Parameters.Items, operations.Intended);
        Assert.Equal(operations.Intended, operations.Completed);
    }

    [Fact]
    public void A_lost_item_is_reported_and_the_operations_do_not_add_up()
    {
        var lane = Run(
            (lane, item) =>
            {
                if (item.Number != 7)
                {
                    lane.Finish(lane.Treat(item));
                }
            }
        );

        Assert.Contains("items lost: expected 0, found 1", lane.Violations);
        Assert.False(Trial.OperationsOf(lane).AddUp);
    }

    [Fact]
    public void An_item_written_twice_is_reported() =>
        Assert.Contains(
            "items written twice: expected 0, found 1",
            Run(
                (lane, item) =>
                {
                    var treated = lane.Treat(item);
                    lane.Finish(treated);
                    if (item.Number == 7)
                    {
                        lane.Finish(treated);
                    }
                }
            ).Violations
        );

    [Fact]
    public void An_item_aggregated_twice_is_reported() =>
        Assert.Contains(
            "totals differ from the sequential oracle's",
            Run(
                (lane, item) =>
                {
                    if (item.Number == 7)
                    {
                        lane.Treat(item);
                    }

                    lane.Finish(lane.Treat(item));
                }
            ).Violations
        );

    [Fact]
    public void A_corrupted_item_is_reported() =>
        Assert.Contains(
            "the checksum differs from the sequential oracle's",
            Run(
                (lane, item) =>
                    lane.Finish(
                        lane.Treat(item.Number == 7 ? item with { Quantity = item.Quantity + 1 } : item)
                    )
            ).Violations
        );

    [Fact]
    public void Units_are_created_before_the_iteration_and_ended_after_it()
    {
        var lane = new OneByOne((lane, item) => lane.Finish(lane.Treat(item)))
        {
            Parameters = new() { Items = 2 },
        };
        lane.BeginProcess();

        lane.BeginIteration();
        Assert.Equal(["open"], lane.Steps);
        lane.Run();
        Assert.Equal(["open", "flow"], lane.Steps);
        lane.EndIteration();
        Assert.Equal(["open", "flow", "close"], lane.Steps);
    }

    [Fact]
    public void Room_is_what_hand_offs_and_workers_hold() =>
        Assert.Equal((4 * 64) + 2 + 4 + 1 + 1, new OneByOne((_, _) => { }).WholeRoom);

    private static OneByOne Run(Action<OneByOne, ParsedItem> treat) =>
        Trial.Run(new OneByOne(treat) { Parameters = new() { Items = 200 } });

    /// <summary>A lane without concurrency: what it does with a parsed item is told to it.</summary>
    private sealed class OneByOne(Action<OneByOne, ParsedItem> treat) : Pipeline
    {
        public int WholeRoom => Room;

        public List<string> Steps { get; } = [];

        public AggregatedItem Treat(ParsedItem item) => Aggregate(Enrich(item));

        public void Finish(AggregatedItem item) => Write(item);

        protected override void Open() => Steps.Add("open");

        protected override void Flow()
        {
            Steps.Add("flow");
            for (var number = 0; number < Parameters.Items; number++)
            {
                treat(this, Parse(Offer(number)));
            }
        }

        protected override void Close() => Steps.Add("close");
    }
}
