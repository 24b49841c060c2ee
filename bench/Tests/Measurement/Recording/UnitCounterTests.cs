using Bench.Measurement.Recording;
using Xunit;

namespace Bench.Tests.Measurement.Recording;

public sealed class UnitCounterTests
{
    private readonly UnitCounter _units = new();

    [Fact]
    public void Units_are_counted_as_they_start_and_end()
    {
        using (_units.Enter())
        using (_units.Enter())
        {
            Assert.Equal((2, 2, 2), Counts);
        }

        _units.Started();
        Assert.Equal((3, 1, 2), Counts);
        _units.Ended();
        Assert.Equal((3, 0, 2), Counts);
    }

    [Fact]
    public void Units_alive_at_a_restart_stay_counted()
    {
        using (_units.Enter())
        {
            using (_units.Enter()) { }
            _units.Restart();
            Assert.Equal((1, 1, 1), Counts);
        }

        Assert.Equal((1, 0, 1), Counts);
    }

    [Fact]
    public void The_peak_is_right_when_many_threads_start_units_at_once()
    {
        Parallel.For(
            0,
            8,
            _ =>
            {
                for (var i = 0; i < 10_000; i++)
                {
                    _units.Started();
                }
            }
        );

        Assert.Equal((80_000, 80_000, 80_000), Counts);
    }

    private (long Created, long Alive, long Peak) Counts => (_units.Created, _units.Alive, _units.Peak);
}
