using Bench.Measurement.Backend;
using CsCheck;
using Xunit;

namespace Bench.Tests.Measurement.Backend;

public sealed class ServiceScheduleTests
{
    private static readonly Gen<(int Gap, int Service)[]> s_calls = Gen.Select(
        Gen.Int[0, 20],
        Gen.Int[1, 30]
    ).Array[1, 60];

    [Fact]
    public void A_call_that_arrives_just_before_the_device_is_free_waits_for_it()
    {
        var schedule = new ServiceSchedule(capacity: 1);

        Assert.Equal(1_000, schedule.End(arrivedAt: 0, serviceNanoseconds: 1_000));
        Assert.Equal(2_000, schedule.End(arrivedAt: 999, serviceNanoseconds: 1_000));
        Assert.Equal(3_100, schedule.End(arrivedAt: 2_100, serviceNanoseconds: 1_000));
    }

    [Fact]
    public void Without_a_limit_every_call_is_served_at_once() =>
        s_calls.Sample(calls =>
            Serve(calls, int.MaxValue).All(call => call.End == call.Arrival + call.Service)
        );

    [Fact]
    public void Never_more_calls_than_the_capacity_are_in_service() =>
        Gen.Select(s_calls, Gen.Int[1, 5])
            .Sample(
                (calls, capacity) =>
                {
                    var served = Serve(calls, capacity);
                    return served.All(call =>
                        served.Count(other => other.Start <= call.Start && call.Start < other.End) <= capacity
                    );
                }
            );

    [Fact]
    public void Calls_start_in_the_order_of_their_arrival_and_wait_only_for_a_full_device() =>
        Gen.Select(s_calls, Gen.Int[1, 5])
            .Sample(
                (calls, capacity) =>
                {
                    var served = Serve(calls, capacity);
                    return served.Zip(served.Skip(1)).All(pair => pair.First.Start <= pair.Second.Start)
                        && served.All(call =>
                            call.Start == call.Arrival
                            || served.Count(other => other.Start < call.Start && call.Start <= other.End)
                                >= capacity
                        );
                }
            );

    private static List<(long Arrival, long Start, long End, long Service)> Serve(
        IEnumerable<(int Gap, int Service)> calls,
        int capacity
    )
    {
        var schedule = new ServiceSchedule(capacity);
        var arrival = 0L;
        return
        [
            .. calls.Select(call =>
            {
                arrival += call.Gap;
                var end = schedule.End(arrival, call.Service);
                return (arrival, end - call.Service, end, (long)call.Service);
            }),
        ];
    }
}
