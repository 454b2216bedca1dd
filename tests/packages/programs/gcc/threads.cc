// SPDX-License-Identifier: MIT
// Threads: mutexes, condition variables, futures, atomics, once, thread-local
// objects with destructors, stop tokens, latches.
#include <atomic>
#include <condition_variable>
#include <future>
#include <iostream>
#include <latch>
#include <mutex>
#include <numeric>
#include <queue>
#include <semaphore>
#include <shared_mutex>
#include <thread>
#include <vector>

static std::atomic<int> alive, made;

struct local {
    int n = 0;
    local()
    {
        alive++, made++;
    }
    ~local()
    {
        alive--;
    }
};
static thread_local local mine;

template <class T> class channel
{
    std::mutex m;
    std::condition_variable changed;
    std::queue<T> q;
    bool closed = false;

  public:
    void send(T t)
    {
        std::lock_guard lock(m);
        q.push(std::move(t));
        changed.notify_one();
    }
    void close()
    {
        std::lock_guard lock(m);
        closed = true;
        changed.notify_all();
    }
    bool receive(T &t)
    {
        std::unique_lock lock(m);
        changed.wait(lock, [&] { return closed || !q.empty(); });
        if (q.empty())
            return false;
        t = std::move(q.front());
        q.pop();
        return true;
    }
};

int main()
{
    channel<int> c;
    std::vector<std::thread> t;
    std::atomic<long> sum{0};
    std::once_flag once;
    int onces = 0;
    std::latch ready(4);

    for (int i = 0; i < 4; i++)
        t.emplace_back([&] {
            mine.n = 0; // made by each thread, whether it receives or not
            ready.arrive_and_wait();
            std::call_once(once, [&] { onces++; });
            for (int x; c.receive(x);)
                sum += x, mine.n++;
        });
    for (int i = 0; i < 2000; i++)
        c.send(i);
    c.close();
    for (auto &x : t)
        x.join();
    std::cout << sum << ' ' << onces << ' ' << alive << ' ' << made << '\n';

    std::shared_mutex shared;
    std::counting_semaphore<2> two(2);
    std::atomic<int> inside{0}, most{0};
    long value = 0;
    std::vector<std::future<long>> f;
    for (int i = 0; i < 6; i++)
        f.push_back(std::async(std::launch::async, [&, i] {
            long seen = 0;
            for (int k = 0; k < 200; k++) {
                two.acquire();
                int n = ++inside, old = most;
                while (n > old && !most.compare_exchange_weak(old, n))
                    ;
                --inside;
                two.release();
                if (k % 10 == i) {
                    std::unique_lock lock(shared);
                    value++;
                } else {
                    std::shared_lock lock(shared);
                    seen += value >= 0;
                }
            }
            return seen;
        }));
    long seen = 0;
    for (auto &x : f)
        seen += x.get();
    std::cout << value << ' ' << seen << ' ' << (most <= 2) << '\n';

    std::promise<int> p;
    std::jthread waiter([&](std::stop_token stop) {
        while (!stop.stop_requested())
            std::this_thread::yield();
        p.set_value(11);
    });
    waiter.request_stop();
    std::packaged_task<int(int)> task([](int x) { return x * x; });
    auto result = task.get_future();
    std::jthread(std::move(task), 9).join();
    std::cout << p.get_future().get() << ' ' << result.get() << '\n';
    std::atomic<int> stage{0};
    std::jthread next([&] {
        stage.wait(0);
        stage = 2;
        stage.notify_one();
    });
    stage = 1;
    stage.notify_one();
    stage.wait(1);
    std::cout << stage << '\n';
}
