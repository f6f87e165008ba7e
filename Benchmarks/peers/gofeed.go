// SPDX-License-Identifier: Apache-2.0

// gofeed ROUNDS FILE... reads the files as often, after one round to warm up; one JSON line.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"syscall"

	"github.com/mmcdole/gofeed"
)

func usage() (float64, int64) {
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	cpu := float64(u.Utime.Sec+u.Stime.Sec) + float64(u.Utime.Usec+u.Stime.Usec)/1e6
	return cpu, u.Maxrss
}

func main() {
	rounds, err := strconv.Atoi(os.Args[1])
	if err != nil {
		panic(err)
	}
	var files [][]byte
	for _, path := range os.Args[2:] {
		file, err := os.ReadFile(path)
		if err != nil {
			panic(err)
		}
		files = append(files, file)
	}
	parser := gofeed.NewParser()
	seconds := []float64{}
	items := 0
	for round := -1; round < rounds; round++ {
		start, _ := usage()
		items = 0
		for _, file := range files {
			if feed, err := parser.Parse(bytes.NewReader(file)); err == nil {
				items += len(feed.Items)
			}
		}
		if stop, _ := usage(); round >= 0 {
			seconds = append(seconds, stop-start)
		}
	}
	_, peak := usage()
	line, _ := json.Marshal(map[string]any{"items": items, "seconds": seconds, "peak_kib": peak})
	fmt.Println(string(line))
}
