using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Bench.Tasks;
using Xunit;

namespace Bench.Tests.Conformance;

/// <summary>
/// Why the lanes of abandoned that do not cancel refer to what was left: in .NET what waits for something that nobody
/// refers to is collected, and the payloads with it.
/// </summary>
public sealed class UnreferencedPipelineTests
{
    [Fact]
    public async Task A_worker_that_waits_to_write_to_a_forgotten_channel_is_collected() =>
        Assert.False(await IsHeldAsync(LeaveChannelAsync, keeps: false));

    [Fact]
    public async Task A_worker_that_waits_to_write_to_a_channel_somebody_knows_is_not() =>
        Assert.True(await IsHeldAsync(LeaveChannelAsync, keeps: true));

    [Fact]
    public async Task A_task_that_waits_for_room_in_a_forgotten_buffer_is_collected() =>
        Assert.False(await IsHeldAsync(LeaveBufferAsync, keeps: false));

    [Fact]
    public async Task A_task_that_waits_for_room_in_a_buffer_somebody_knows_is_not() =>
        Assert.True(await IsHeldAsync(LeaveBufferAsync, keeps: true));

    private static async Task<bool> IsHeldAsync(
        Func<Task<(WeakReference Payload, object Known)>> leave,
        bool keeps
    )
    {
        var (payload, known) = await leave();
        var kept = keeps ? known : null;
        known = null;

        // A thread of the pool may still have the task in a register or on its stack for a moment.
        for (var attempt = 0; attempt < 100 && IsAlive(payload); attempt++)
        {
            await Task.Delay(keeps ? 0 : 20);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        var isHeld = IsAlive(payload);
        GC.KeepAlive(kept);
        return isHeld;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsAlive(WeakReference payload) => payload.IsAlive;

    private static async Task<(WeakReference, object)> LeaveChannelAsync()
    {
        var channel = Channel.CreateBounded<byte[]>(1);
        await channel.Writer.WriteAsync([]);
        return (await BlockAsync(payload => channel.Writer.WriteAsync(payload)), channel);
    }

    private static async Task<(WeakReference, object)> LeaveBufferAsync()
    {
        var buffer = new AwaitedBuffer<byte[]>(1);
        await buffer.AddAsync([]);
        return (await BlockAsync(payload => buffer.AddAsync(payload)), buffer);
    }

    private static async Task<WeakReference> BlockAsync(Func<byte[], ValueTask> add)
    {
        var blocked = new TaskCompletionSource<WeakReference>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        _ = Task.Run(async () =>
        {
            var payload = new byte[1_024];
            blocked.SetResult(new(payload));
            await add(payload);
            GC.KeepAlive(payload);
        });
        return await blocked.Task;
    }
}
