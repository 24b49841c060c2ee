namespace Bench.Threads;

/// <summary>One value that one thread leaves for another, which waits for it on a semaphore.</summary>
internal sealed class Slot<T>
{
    private readonly SemaphoreSlim _full = new(0);
    private T _value = default!;

    /// <summary>Leaves a value; the one before has been taken.</summary>
    public void Put(T value)
    {
        _value = value;
        _full.Release();
    }

    /// <summary>Takes the value, waiting for it.</summary>
    public T Take()
    {
        _full.Wait();
        return _value;
    }
}
