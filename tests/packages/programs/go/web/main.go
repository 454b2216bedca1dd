// SPDX-License-Identifier: MIT

// net/http on the loopback: a server and clients at once, TLS with a
// certificate of its own, streams, cancellation, an orderly end; and a unix
// socket, datagrams, deadlines.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

type reply struct {
	Path  string `json:"path"`
	Bytes int    `json:"bytes"`
}

func handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /count/{name}", func(w http.ResponseWriter, r *http.Request) {
		b, _ := io.ReadAll(r.Body)
		json.NewEncoder(w).Encode(reply{r.PathValue("name"), len(b)})
	})
	mux.HandleFunc("GET /stream", func(w http.ResponseWriter, r *http.Request) {
		for i := range 20 {
			fmt.Fprintln(w, "line", i)
			w.(http.Flusher).Flush()
		}
	})
	mux.HandleFunc("/wait", func(w http.ResponseWriter, r *http.Request) {
		<-r.Context().Done()
	})
	mux.HandleFunc("/panic", func(w http.ResponseWriter, r *http.Request) {
		panic(http.ErrAbortHandler)
	})
	mux.Handle("/redirect", http.RedirectHandler("/stream", http.StatusFound))
	return mux
}

func get(c *http.Client, url string) {
	r, err := c.Get(url)
	if err != nil {
		fmt.Println("error", errors.Is(err, io.EOF))
		return
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	fmt.Println(r.Status, r.Proto, len(b), strings.Count(string(b), "\n"), err)
}

func many(c *http.Client, url string) {
	var wg sync.WaitGroup
	got := make([]reply, 60)
	for i := range got {
		wg.Add(1)
		go func() {
			defer wg.Done()
			r, err := c.Post(fmt.Sprintf("%s/count/n%d", url, i), "text/plain",
				strings.NewReader(strings.Repeat("x", i*1000)))
			if err != nil {
				fmt.Println(err)
				return
			}
			json.NewDecoder(r.Body).Decode(&got[i])
			r.Body.Close()
		}()
	}
	wg.Wait()
	total := 0
	for i, g := range got {
		if g.Path == fmt.Sprint("n", i) {
			total += g.Bytes
		}
	}
	fmt.Println("bytes", total)
}

func serve() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fmt.Println(err)
		return
	}
	s := &http.Server{Handler: handler()}
	end := make(chan error)
	go func() { end <- s.Serve(l) }()
	url, c := "http://"+l.Addr().String(), &http.Client{}
	many(c, url)
	get(c, url+"/stream")
	get(c, url+"/redirect")
	get(c, url+"/nothing")
	get(c, url+"/panic")
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	request, _ := http.NewRequestWithContext(ctx, "GET", url+"/wait", nil)
	_, err = c.Do(request)
	fmt.Println(errors.Is(err, context.DeadlineExceeded))
	c.CloseIdleConnections()
	fmt.Println(s.Shutdown(context.Background()), <-end)
	_, err = net.Dial("tcp", l.Addr().String())
	fmt.Println(err != nil)
}

func secure() {
	s := httptest.NewUnstartedServer(handler())
	s.EnableHTTP2 = true
	s.StartTLS()
	defer s.Close()
	many(s.Client(), s.URL)
	get(s.Client(), s.URL+"/stream")
}

func sockets() {
	name := filepath.Join(os.TempDir(), fmt.Sprint("go-web-", os.Getpid()))
	l, err := net.Listen("unix", name)
	if err != nil {
		fmt.Println(err)
		return
	}
	go func() {
		c, _ := l.Accept()
		io.Copy(c, c)
		c.Close()
	}()
	c, _ := net.Dial("unix", name)
	c.Write([]byte("over a unix socket"))
	c.(*net.UnixConn).CloseWrite()
	b, err := io.ReadAll(c)
	fmt.Println(string(b), err)
	l.Close()
	u, _ := net.ListenPacket("udp", "127.0.0.1:0")
	u.WriteTo([]byte("datagram"), u.LocalAddr())
	buffer := make([]byte, 100)
	n, _, err := u.ReadFrom(buffer)
	fmt.Println(string(buffer[:n]), err)
	u.SetReadDeadline(time.Now().Add(10 * time.Millisecond))
	_, _, err = u.ReadFrom(buffer)
	fmt.Println(errors.Is(err, os.ErrDeadlineExceeded))
}

func main() {
	serve()
	secure()
	sockets()
}
